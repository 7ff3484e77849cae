"""The schema of the first revision. It is history: a later change is a new revision, never an edit here."""
