"""gdflow: what public entities' plans owe, who is reminded of it and why, and what was answered.

Facts come in by `collect`, rest in `storage`, are judged in `domain`, leave by `channels` and `report`;
`services` carry them; `flows` and `cli` are the doors.
"""

__version__ = "0.1.0"
