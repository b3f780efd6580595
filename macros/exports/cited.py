"""Which works the page of an entry cites: by itself, and through the claims whose evidence it shows."""

from macros.handbook import Handbook, Mention


def works_cited(handbook: Handbook, folder: str, id: str) -> tuple[str, ...]:
    """Return citation keys in the order in which the entry names them."""
    mentioned = handbook.mentions.get((folder, id), ())
    return tuple(dict.fromkeys(key for mention in mentioned for key in _keys(handbook, mention)))


def _keys(handbook: Handbook, mention: Mention) -> list[str]:
    folder, id = mention
    if folder == "claims":
        return [key for folder, key in handbook.mentions.get(mention, ()) if folder == "studies"]
    return [id] if folder == "studies" else []
