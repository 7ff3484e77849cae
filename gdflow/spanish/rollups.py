"""How a mean was taken, in words."""

from gdflow.domain.rollups import Rollup


def weights_said(rollup: Rollup) -> str:
    """How a mean was taken, and why not with the plan's weights where it has some."""
    return f"{rollup.method.label}; {rollup.note.label}." if rollup.note else f"{rollup.method.label}."
