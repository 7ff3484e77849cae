"""What gdflow does, one verb a file.

A service takes the session first, then what it works on, then `now`; it never commits. The one that talks to the
world (deliver) takes `transaction` and opens short ones.
"""
