"""How much of a stranger's file is taken in. A plan of a whole entity stays far below every one of these."""

MAX_FILE_BYTES = 10 * 1024 * 1024  # what a mailbox lets through; the real plans are 10 to 40 KiB
MAX_ENTRIES = 2_000  # parts in the zip; a workbook of 50 sheets with drawings has about 300
MAX_INFLATED = 64 * 1024 * 1024  # all parts together, once inflated
MAX_MARKS = 2_000_000  # "<" and "=" in all the XML that is read: bounds the time (about half a second)
MAX_TREE = 600_000  # marks held in memory at once, at most 240 bytes each: bounds the memory
MAX_CELLS = 200_000  # cells of the document, the blanks between them included
MAX_STRINGS = 100_000  # different texts of a workbook
MAX_ROWS = 50_000  # rows of a sheet or text, and the farthest row of a sheet that may hold something
MAX_COLUMNS = 1_000  # the farthest column that may hold something
MAX_MERGES = 20_000  # merged ranges of a sheet
