"""When: the Prefect door. Each flow reads its scheduled time, calls one service and returns a summary.

Only this package knows Prefect; no query and no rule lives here.
"""
