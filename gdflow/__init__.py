"""gdflow: what public entities' plans owe, who is reminded of it and why, and what was answered.

Facts come in by `collect`, rest in `storage`, are judged in `domain`, leave by `channels` and `report`;
`services` carry them; `flows` and `cli` are the doors.
"""

import gc

__version__ = "0.1.0"

COLLECTOR_PACE = (100_000, 20, 20)
"""Our own values are frozen and make no cycles; of a large import the collector walks through the lines for nothing."""
# While the libraries are loaded, they make a quarter of a million objects that stay: the collector would walk through
# them again and again, for an eighth of the time in which a command starts. An App that is open goes at the pace above.
gc.set_threshold(5 * COLLECTOR_PACE[0], *COLLECTOR_PACE[1:])
