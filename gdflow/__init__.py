"""gdflow: what public entities' plans owe, who is reminded of it and why, and what was answered.

Facts come in by `collect`, rest in `storage`, are judged in `domain`, leave by `channels` and `report`;
`services` carry them; `flows` and `cli` are the doors.
"""

import gc

__version__ = "0.1.0"

COLLECTOR_PACE = (100_000, 20, 20)
# Before the libraries are loaded, which make a quarter of a million objects that stay: at its usual pace the collector
# walks through them again and again, for an eighth of the time in which a command starts. Our own values are frozen and
# make no cycles; of a large import it walks through the lines and finds nothing.
gc.set_threshold(*COLLECTOR_PACE)
