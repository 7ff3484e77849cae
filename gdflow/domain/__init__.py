"""What is true: frozen values and pure functions of the standard library.

Nothing here reads a clock, a file or a database; `today` and `now` are arguments, so any day can be replayed.
"""
