"""Who did what: BibLaTeX's name fields to CSL's roles."""

from macros.bibliography.draft import Draft
from macros.bibliography.names import read_names

ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
    "producer": "producer",
    "executiveproducer": "executive-producer",
    "scriptwriter": "script-writer",
    "writer": "script-writer",
    "host": "host",
    "guest": "guest",
    "narrator": "narrator",
    "performer": "performer",
    "composer": "composer",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "recipient": "recipient",
    "chair": "chair",
    "compiler": "compiler",
    "organizer": "organizer",
    "curator": "curator",
    "origauthor": "original-author",
    "reviewedauthor": "reviewed-author",
    "serieseditor": "collection-editor",
    "editorialdirector": "editorial-director",
    "contributor": "contributor",
}
"""Name field, or word in `editortype` and `authortype` -> CSL role."""
_TYPED = ("author", "editor", "editora", "editorb", "editorc")
_WITHOUT_ROLE = ("introduction", "foreword", "afterword", "annotator", "commentator", "shortauthor", "shorteditor")


def put_roles(draft: Draft) -> None:
    """Set every CSL role that the entry names somebody for."""
    for name, role in ROLES.items():
        if name not in _TYPED and draft.fields.get(name):
            _put(draft, name, role)
    for name in _TYPED:
        if draft.fields.get(name):
            _put(draft, name, _typed_role(draft, name))
    for name in _WITHOUT_ROLE:
        if draft.fields.get(name):
            _without_role(draft, name)


def _put(draft: Draft, name: str, role: str) -> None:
    read = read_names(draft.raw(name))
    for fault in read.faults:
        draft.report(name, f"In {name}, {fault}.", "bib-name")
    draft.check_commands(name)
    if read.names:
        draft.csl[role] = [*draft.csl.get(role, []), *read.names]


def _typed_role(draft: Draft, name: str) -> str:
    """`editortype = {director}` says what the editor was; plain editors and authors need no type."""
    own = "author" if name == "author" else "editor"
    word = draft.raw(f"{name}type").lower().replace("-", "").replace(" ", "")
    if not word:
        return own if name in ("author", "editor") else "contributor"
    if word not in ROLES:
        message = f"A reference cannot show the role “{word}”; the person is listed as {own}."
        draft.report(f"{name}type", message, "bib-unused-field", "note")
    return ROLES.get(word, own if name in ("author", "editor") else "contributor")


def _without_role(draft: Draft, name: str) -> None:
    draft.used.add(name)
    message = f"A reference cannot show the field {name}. Put it into note if readers need it."
    draft.report(name, message, "bib-unused-field", "note")
