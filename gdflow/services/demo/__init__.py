"""What the demonstration brings along: an entity, its real plan, its teams, and what they would answer.

Only the answers are invented. Everything else happens through the same services as in a real installation.
"""
