"""The command line alone: a year is lived through the doors."""

from tests.support.commands import gdflow

__all__ = ["gdflow"]
