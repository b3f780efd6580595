"""The sheet a page is written on: what a template may ask for while one page is rendered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.addresses import meeting_address
from macros.evidence import Grade, Level
from macros.handbook import Handbook
from macros.model.claim import Claim
from macros.model.collections import COLLECTIONS
from macros.model.entry import Record
from macros.model.study import Study
from macros.model.vocabulary import Design, Role
from macros.prose import Prose, grade_badge, tags
from macros.text_file import PRIVATE
from macros.views.card import Card, card_of
from macros.views.words import curled, day, heading, listed, minutes, sentence

TEMPLATES = Path(__file__).parent.parent / "templates"
PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)

_BREAK = re.compile(r"(?<!\s)\s*\n\s*")
"""The end of a line with the blanks around it; looked for once in a row of blanks, however long."""


@cache
def shapes() -> Environment:
    """Return the templates; a name that a template asks for and nobody gave is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # they are a part of the program, which does not change while it runs
        cache_size=-1,
    )
    environment.filters |= {filter.__name__: filter for filter in (curled, day, heading, listed, minutes, sentence)}
    environment.tests["study"] = is_study
    return environment


@dataclass(frozen=True)
class Sheet:
    """One page being written, with the handbook it is about and the prose that knows where the page stands."""

    handbook: Handbook
    prose: Prose

    def write(self, template: str, **given: object) -> Markup:
        """Return a template filled in: Markdown headings and blocks of HTML, no line indented."""
        return Markup(flush_left(shapes().get_template(template).render(s=self, **given)))

    def block(self, text: str) -> Markup:
        """Return a Markdown field as HTML paragraphs and lists on one line, which Markdown then leaves alone."""
        return one_line(self.prose.block(text))

    def inline(self, text: str) -> Markup:
        """Return a Markdown field as HTML without the paragraph around it, on one line."""
        return one_line(self.prose.inline(text))

    def cite(self, key: str) -> Markup:
        """Return the citation of one work, in parentheses."""
        return self.prose.cite_key(key)

    def named(self, key: str) -> Markup:
        """Return the citation of one work as part of a sentence."""
        return self.prose.cite_key(key, narrative=True)

    def disputed_by(self, claim: Claim) -> Markup:
        """Return the sources that dispute a claim, joined as in a sentence."""
        keys = dict.fromkeys(link.source for link in claim.evidence if link.role is Role.DISPUTES)
        return Markup(listed([self.named(key) for key in keys]))

    def reference(self, key: str) -> Markup:
        """Return the entry of a work in the reference list."""
        return one_line(self.prose.reference(key))

    def entries(self, folder: str, ids: Iterable[str]) -> list[Record]:
        """Return the entries with these ids, in this order."""
        return [self.handbook.find(folder, id) for id in ids]

    def href(self, folder: str, id: str) -> str:
        """Return the URL of an entry's page, relative to this page."""
        return self.prose.href(f"/{COLLECTIONS[folder].address}/{id}.md")

    def meeting(self, guide_id: str, number: int) -> str:
        """Return the URL of a guide's meeting, counted from 1, relative to this page."""
        return self.prose.href(meeting_address("guides", guide_id, number))

    def index(self, folder: str) -> str:
        """Return the URL of a collection's index page, relative to this page."""
        return self.prose.href(f"/{COLLECTIONS[folder].address}/index.md")

    def title(self, folder: str, id: str) -> str:
        """Return the title of an entry; a study card is titled by its work."""
        if folder == "studies":
            return curled(work_title(self.handbook.bibliography.works[id].csl))
        return curled(self.handbook.find(folder, id).title)

    def card(self, folder: str, entry: Record) -> Card:
        """Return an entry in short."""
        return card_of(folder, entry)

    def grade(self, claim_id: str) -> Grade:
        """Return how sure we are of a claim."""
        return self.handbook.grade(claim_id)

    def sure(self, claim_id: str) -> Markup:
        """Return the grade of a claim with its tags, which go wherever the grade goes."""
        grade = self.grade(claim_id)
        return grade_badge(grade) + tags(grade)

    def badge(self, level: Level) -> Markup:
        """Return the mark of a level by itself."""
        return grade_badge(Grade(level, ()))

    def grade_mark(self, claim_id: str) -> Markup:
        """Return the grade of a claim alone, for tables that show the tags in a column of their own."""
        return grade_badge(self.grade(claim_id))

    def tag_marks(self, claim_id: str) -> Markup:
        """Return the tags of a claim alone."""
        return tags(self.grade(claim_id))


def is_study(study: Study) -> bool:
    """Tell whether a work studied people or schools; a theory, report or practitioner text need not have."""
    return study.design not in (Design.THEORY, Design.REPORT, Design.PRACTITIONER_BOOK)


def work_title(csl: Mapping[str, Any]) -> str:
    """Return the title of a work as plain text, from its CSL-JSON item."""
    words = unescape(re.sub(r"<[^<>]+>", "", str(csl.get("title") or csl["id"])))
    return PRIVATE.sub("\ufffd", words)


def one_line(html: str) -> Markup:
    """Return HTML without line breaks; those of preformatted text become character references."""
    parts = PREFORMATTED.split(html)
    parts[::2] = [_BREAK.sub(" ", part) for part in parts[::2]]
    parts[1::2] = [part.replace("\n", "&#10;") for part in parts[1::2]]
    return Markup("".join(parts).strip())


def flush_left(text: str) -> str:
    """Return the lines without indentation, with at most one empty line between two of them."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
