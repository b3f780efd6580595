"""What a command refuses to do."""


class Refused(Exception):
    """What was asked for cannot be done; the message says why and what to do, and nothing was changed."""
