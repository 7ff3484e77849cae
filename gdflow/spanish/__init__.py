"""How gdflow speaks: dates, numbers and the sentences of its errors, in Colombian Spanish.

The rules know no Spanish and the doors know no grammar; every sentence that a person reads about a code is here.
"""
