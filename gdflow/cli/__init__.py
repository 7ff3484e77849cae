"""The command-line door: reads arguments and the clock, opens one transaction, calls one service, shows the answer.

Commands import what they need when they run, so that `gdflow --help` is quick and Prefect is never loaded here.
"""
