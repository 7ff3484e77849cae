"""The promise that events and closings are only ever added, in the words of each database.

The tables keep it when they are made, and the revision that makes them: both take it from here. It is history as that
revision is: a promise kept otherwise is a new revision.
"""

_SQLITE = "CREATE TRIGGER event_{0} BEFORE {0} ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
_FUNCTION = """CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$"""
_TRIGGER = """CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE ON event
FOR EACH ROW EXECUTE FUNCTION refuse_event_change()"""
REFUSALS = {
    "sqlite": (_SQLITE.format("update"), _SQLITE.format("delete")),
    "postgresql": (_FUNCTION, _TRIGGER),
}
"""The statements that make a database refuse to change or remove an event, by its dialect."""

_KEPT = "CREATE TRIGGER closing_{0} BEFORE {0} ON closing BEGIN SELECT RAISE(ABORT, 'closings never change'); END"
_KEPT_FUNCTION = """CREATE FUNCTION refuse_closing_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'closings never change'; END $$"""
_KEPT_TRIGGER = """CREATE TRIGGER closing_kept BEFORE UPDATE OR DELETE ON closing
FOR EACH ROW EXECUTE FUNCTION refuse_closing_change()"""
CLOSING_REFUSALS = {
    "sqlite": (_KEPT.format("update"), _KEPT.format("delete")),
    "postgresql": (_KEPT_FUNCTION, _KEPT_TRIGGER),
}
"""The same for closings, since revision 0004."""
