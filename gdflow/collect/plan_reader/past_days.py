"""Columns that tell what became of a line and only look like its own day or number."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.titles import solid

ENDS = frozenset({Role.DUE, Role.WINDOW})
FORESEEN = re.compile(r"fecha.*(?:program|previst|planead|planific|estimad|propuest|proyectad|tentativ)")
HAPPENED = re.compile(r"fecha.*(?:ejecu|realiza|efectiv|real$|entregad|cumplid)")
BOXES = {("si", "no"), ("no", "si")}


def without_past_days(columns: Sequence[Column]) -> None:
    """ "Fecha de ejecución" is the deadline; beside "Fecha programada" it is the day on which the work was done."""
    ends = [(column, solid(column.title)) for column in columns if column.role in ENDS and not column.stretch]
    if not any(FORESEEN.match(title) for _, title in ends):
        return
    for column, title in ends:
        if HAPPENED.match(title) and not FORESEEN.match(title):
            column.role = Role.OTHER


def without_boxes(columns: Sequence[Column]) -> None:
    """ "No" beside "Sí" is a box to tick and no number."""
    for one, other in pairwise(columns):
        if one.parts and other.parts and (solid(one.parts[-1]), solid(other.parts[-1])) in BOXES:
            for column in (one, other):
                if column.role in {Role.ITEM, Role.NUMBER}:
                    column.role = Role.OTHER
