"""What an authored page becomes: its Markdown is rendered as the site does it, and what could act is refused.

Rules about a text see it through one parser and the site through another. Where the two differ (a fence that is not
closed, a space in an address), a rule would be blind: so the outcome is read too.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from markdown import Markdown
from markupsafe import escape

from macros.live_html import Act, acts_in_markdown

Finding = tuple[int, int, str, str]
EXTENSIONS = tuple("attr_list def_list md_in_html smarty tables toc pymdownx.highlight pymdownx.superfences".split())
"""Those of mkdocs.yml; a test holds that they are the same."""
_DEEPEST = 40
"""Levels of quotations and lists that a page may nest; readers lose the thread at four."""
_NESTED = re.compile(rf"^(?:[ \t]{{{4 * _DEEPEST},}}[-*+\d]|(?:[ \t]{{0,3}}>){{{_DEEPEST}}})", re.MULTILINE)


def rendering_does_not_act(text: str) -> Iterator[Finding]:
    """What a page becomes must hold nothing that runs, loads from elsewhere or leads astray."""
    nested = _NESTED.search(text)
    if nested:
        yield nested.start(), 1, "this is nested too deeply: a page needs only a few levels", "too-deep"
        return
    try:
        acts = _acts(text)
    except RecursionError:
        _renderer.cache_clear()  # it was left in the midst of its work
        yield 0, 1, "this page is nested too deeply: take levels out of its lists and quotations", "too-deep"
        return
    for act in acts:
        offset, length = _place(text, act)
        yield offset, length, *_said(act)


@lru_cache(maxsize=256)
def _acts(text: str) -> tuple[Act, ...]:
    return tuple(acts_in_markdown(_renderer().reset().convert(text)))


@cache
def _renderer() -> Markdown:
    """Return the renderer; to make one takes nearly as long as to render a page."""
    return Markdown(extensions=[*EXTENSIONS])


def _said(act: Act) -> tuple[str, str]:
    sign = " ".join(act.sign[:30].split())
    if act.kind == "tag":
        message = f"<{sign} becomes HTML here, which is not allowed: write &lt; for <, and close each fence of code"
        return message, "raw-html"
    if act.kind == "attribute":
        return f"this sets {sign}, which is not allowed: braces may hold an id or a class only", "attributes"
    if act.kind == "id":
        return f'"{sign}" is a name that the site itself needs: choose another, such as {{ #my-id }}', "attributes"
    if act.kind == "image":
        return "this image is not from the handbook: put the file in docs/assets/images/", "no-image"
    message = "this link is not safe: use https://, mailto: or a page of the handbook such as /strategies/x.md"
    return message, "unsafe-link"


def _place(text: str, act: Act) -> tuple[int, int]:
    """Return where in the text an act most likely stands; its first line where it is written in another way."""
    sign = f"<{act.sign}" if act.kind == "tag" else act.sign
    for written in (sign, str(escape(sign)), sign.split(":")[0], *sign.split()[:1]):
        found = re.search(re.escape(written), text, re.IGNORECASE)
        if written and found:
            return found.start(), len(written.split("\n")[0])
    return 0, 1
