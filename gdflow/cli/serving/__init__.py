"""The processes of `gdflow serve`: what they are, how they are kept alive, and how what they write becomes one log."""
