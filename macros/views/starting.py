"""Links that start an entry in the browser: the forge opens a new file that holds the skeleton already."""

from urllib.parse import quote, quote_plus

from markupsafe import Markup

from macros.content_files import UNNAMED
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS, Collection
from macros.skeleton import Skeletons, skeletons

BRANCH = "main"
"""The branch that pull requests go to; `edit_uri` in mkdocs.yml names it, too."""
LONGEST = 8000
"""Characters of an address that GitHub takes: above some 8 kB its servers answer 414."""
THEIRS = ("pillars", "legs")
"""Collections that are a framework of somebody else, to which nobody adds."""
_AS_IS = ":/,'()*!"
"""Signs that an address may hold as they are."""


def starting_links(handbook: Handbook, issues: str) -> Markup:
    """Return a list with a link for each kind of entry that editors add; `issues` is where the forge keeps issues."""
    forge = issues.removesuffix("/issues")
    made = skeletons(handbook.root, handbook.files, [*handbook.bibliography.works])
    row = Markup('<li><a href="{}">Start a new {} in the browser</a></li>')
    kinds = [one for one in COLLECTIONS.values() if one.folder not in THEIRS] if forge else []
    rows = [row.format(starting_link(made, one, forge), one.one) for one in kinds]
    return Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(rows)) if rows else Markup("")


def starting_link(made: Skeletons, collection: Collection, forge: str) -> str:
    """Return the address at which the forge opens a new file: GitHub's page takes its `filename` and its `value`."""
    text = made.text(collection, "", _how_to_name(collection))
    where = f"{forge}/new/{BRANCH}/content/{collection.folder}"
    return f"{where}?filename={quote(UNNAMED)}.yml&value={quote_plus(text, safe=_AS_IS)}"


def _how_to_name(collection: Collection) -> str:
    if collection.folder == "studies":
        return f"Above, name the file after the citation key of its work in place of {UNNAMED}."
    return f"Above, name the file after the title in place of {UNNAMED}: small-letters-with-hyphens.yml."
