"""Reads plans as entities write them: any order of columns, any words for their titles, any way of spreading figures.

Nothing is taken by an exact title. Titles are read by their head words, columns are settled by their contents and
neighbours, rows are put right by the sort of value that each column holds. Nothing is fixed silently: every change
and every doubt is an issue with its place, the text as it stands, and what was taken.
"""

from gdflow.collect.plan_reader.directory import read_directory
from gdflow.collect.plan_reader.reader import read_plans

__all__ = ["read_directory", "read_plans"]
