"""Where facts rest: the only SQL of the house, on SQLite or PostgreSQL.

tables: the schema. engine: connections, `reading` and `writing`. migrations: how a database gets its schema.
Every other module holds queries of one subject, named by their question; each takes the session first, answers with
values of the domain, and never commits. Rows stay inside. Many rows are one statement, never a loop.
"""
