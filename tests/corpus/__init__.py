"""A corpus of public plans as alcaldías, gobernaciones, concejos, hospitals, universities and ministries lay them out.

Each case writes one document and says what a right reader finds in it. The documents are made up; the layouts are not.
`python -m tests.corpus OUTDIR` writes them all with truth.json; `python -m tests.corpus.check OUTDIR` judges the
reader by them.
"""
