"""What an entity decides: GDFLOW_* variables over config/*.toml over defaults, read once and passed as plain values.

An unknown key or an impossible value is an error that names its file and line. Secrets come by the environment alone.
"""

from gdflow.settings.load import check_settings, load_settings
from gdflow.settings.model import Settings
from gdflow.settings.show import Shown, shown

__all__ = ["Settings", "Shown", "check_settings", "load_settings", "shown"]
