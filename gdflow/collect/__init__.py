"""What comes in: documents as sheets of typed cells, and plans, directories and answers read out of them.

Nothing read here is trusted: size, shape and content are bounded before a value is looked at.
"""
