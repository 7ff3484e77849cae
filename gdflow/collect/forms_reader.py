"""All the forms in one file: a team may gather those of several periods in one workbook, sheet beside sheet."""

from gdflow.collect.form_layout import Head, Table, find_tables, read_heads
from gdflow.collect.form_reader import FormReading, read_tables
from gdflow.collect.sheet import Document
from gdflow.domain.errors import InputError


def read_forms(document: Document) -> tuple[FormReading, ...]:
    """What each form of a file says, in the order of its sheets; sheets of one form are read together.

    Raises InputError: not_a_form, form_version, form_columns, and forms_unclear when it cannot be told which sheet
    belongs to which form.
    """
    heads, tables = read_heads(document), find_tables(document)
    parts: dict[str, tuple[Head, list[Table]]] = {head.token: (head, []) for head in heads}
    if len(parts) == 1:
        return (read_tables(heads[0], tables),)
    if len(heads) != len(tables):
        raise InputError("forms_unclear", file=document.name, found=len(tables), expected=len(heads))
    for head, table in zip(heads, tables, strict=True):
        parts[head.token][1].append(table)
    return tuple(read_tables(head, of_head) for head, of_head in parts.values())
