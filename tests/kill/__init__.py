"""Senders killed at named points and at random, judged by what the receiving server wrote down and by nothing else."""
