"""The door by which people answer from a browser: pages and forms that work without JavaScript.

It reads a request and the clock, opens one transaction, calls one service and shows the answer. A GET or a HEAD never
changes anything. No page asks for an account: the link of a team is its key, and is never logged.
"""
