"""Python's search for garbage, which took half the time of a check."""

import gc


def search_seldom() -> None:
    """Search for garbage after 200,000 new objects instead of 700: a handbook is read once and kept to the end.

    What a build throws away is freed at once by its count of references; only circles wait for a search, at most some
    30 MB of them. A preview, which goes on for hours, is still searched.
    """
    gc.set_threshold(200_000, 50, 100)


def keep_for_good() -> None:
    """Search what there is now once more and then never again: what a preview has built first stays to its end.

    A search in the middle of an edit cost a quarter of a second, and more in a larger handbook.
    """
    gc.collect()
    gc.freeze()
