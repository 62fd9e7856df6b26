"""A request while it is written: what the composer's page holds, what its buttons do, the letter it makes, and how two
versions of it go together.
"""
