"""Reading strangers' files in processes that may die: nothing they hold can stop or slow the one that serves people.

The pool hands one file at a time to a warm child, which has little memory, little time, no network and no files, and
answers in plain data. What a child answers is checked like any other input: it may have been taken over.
"""

from gdflow.collect.reading.pool import Limits, ReaderDiedError, ReaderPool

__all__ = ["Limits", "ReaderDiedError", "ReaderPool"]
