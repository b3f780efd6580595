"""Which works the page of an entry cites: by itself, and through the claims whose evidence it shows."""

from macros.handbook import Handbook, Mention, marked_in


def works_cited(handbook: Handbook, folder: str, id: str) -> tuple[str, ...]:
    """Return citation keys in the order in which the entry names them."""
    mentioned = _leaned_on(handbook, id) if folder == "paths" else handbook.mentions.get((folder, id), ())
    return tuple(dict.fromkeys(key for mention in mentioned for key in _keys(handbook, mention)))


def _leaned_on(handbook: Handbook, id: str) -> tuple[Mention, ...]:
    """Return what a reading path marks in its own words: it leads to claims and works without leaning on them."""
    path = handbook.find("paths", id)
    texts = (path.summary, *(step.do for step in path.steps), path.then or "")
    return tuple(mention for text in texts for mention in marked_in(text))


def _keys(handbook: Handbook, mention: Mention) -> list[str]:
    folder, id = mention
    if folder == "claims":
        return [key for folder, key in handbook.mentions.get(mention, ()) if folder == "studies"]
    return [id] if folder == "studies" else []
