"""What we write: a team's form, the consolidated workbook, and the entity's own workbook filled in.

Files are made from values alone and the same values give the same bytes. What people typed is written as text,
never as a formula or a link.
"""
