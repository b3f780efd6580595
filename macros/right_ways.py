"""For each kind of mistake what to call it, and what is right: the editor reads both in the summary of a check."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RightWay:
    """A kind of mistake: its `name`, and an `example` of right input as it stands in the file."""

    name: str
    example: str


_ID = "claims:\n  - trust-and-improvement"
_TEXT = 'title: "Trust: what it takes"'
_LINK = "[listening tour](/strategies/listening-tour.md)"
_TITLE = "title     = {Trust in Schools: A Core Resource for Improvement},"
_AUTHOR = "author    = {Bryk, Anthony S. and Schneider, Barbara},"
_BIB = f"@book{{bryk2002trust,\n  {_AUTHOR}\n  {_TITLE}\n  date      = {{2002}},\n}}"
_CITE = "[@bryk2002trust, p. 3]"
_MACRO = '{{ card("strategies", "listening-tour") }}'
_ENTRY = "title: Trust\ndefinition: What people expect of one another."
_NAME = "content/terms/relational-trust.yml"
_SENTENCE = "The two tend to go together [=trust-and-improvement]."

RIGHT_WAYS = {
    "alias": RightWay("Text that repeats another part", "claims:\n  - trust-and-improvement"),
    "allowed-words": RightWay("A word that is not on the list", "relation: goes-with"),
    "alt-text": RightWay("An image without a description", "![Three teachers at a table](/assets/images/team.png)"),
    "anchor": RightWay("A sign with a meaning in YAML", 'title: "& more"'),
    "attributes": RightWay("Braces after a heading", "## Who we are { #who }"),
    "bib-command": RightWay("A TeX command that is not known", "author = {Müller, Anna},"),
    "bib-crossref": RightWay("A link between sources that leads nowhere", "crossref = {bryk2002trust},"),
    "bib-date": RightWay("A date in the list of sources", "date = {2002-05},"),
    "bib-doi": RightWay("A DOI in the list of sources", "doi = {10.1177/105268461302300106},"),
    "bib-key": RightWay("A citation key", _BIB),
    "bib-name": RightWay("A name in the list of sources", _AUTHOR),
    "bib-pages": RightWay("Pages in the list of sources", "pages = {117--148},"),
    "bib-required": RightWay("A source that lacks a field", "date = {2002},"),
    "bib-syntax": RightWay("A source that cannot be read", _BIB),
    "bib-title": RightWay("A title in the list of sources", _TITLE),
    "bib-twice": RightWay("A source that is there twice", _BIB),
    "bib-type": RightWay("A kind of source that does not exist", "@book{bryk2002trust,"),
    "bib-unused-field": RightWay("A field that references do not show", "volume = {12},"),
    "bib-url": RightWay("An address in the list of sources", "url = {https://example.org/page},"),
    "bib-year": RightWay("A year in the list of sources", "date = {2002},"),
    "blank": RightWay("A blank to fill in", "summary: |-\n  Pick one thing, and say aloud what waits."),
    "bullet": RightWay("A bullet from a word processor", "- the first\n- the second"),
    "card-without-work": RightWay("A study card without a source", "content/studies/bryk2002trust.yml"),
    "causal-words": RightWay("Words for a cause", _SENTENCE),
    "causes-without-design": RightWay("A cause without a trial", "relation: goes-with"),
    "circular-related": RightWay("Strategies that lead in a circle", "related:\n  - listening-tour"),
    "citation-in-link": RightWay("A citation inside a link", f"{_LINK} {_CITE}"),
    "citation-key": RightWay("A citation without a key", _CITE),
    "citation-separator": RightWay("Two citations in one", "[@bryk2002trust; @sun2023effects]"),
    "citation-syntax": RightWay("A citation that cannot be read", _CITE),
    "citation-unclosed": RightWay("A citation that is not closed", _CITE),
    "claim-part": RightWay("A part of a claim", "[=team-efficacy-performance:value]"),
    "claim-syntax": RightWay("A claim that cannot be read", "[=trust-and-improvement]"),
    "comment": RightWay("A comment after a value", "# whole evenings, too\nminutes: 20"),
    "concern": RightWay("A source under concern", "role: disputes"),
    "correlation": RightWay("A correlation", "metric: r\nvalue: 0.35"),
    "date": RightWay("A date", "on: 2026-11-21"),
    "dead-anchor": RightWay("A link to a heading that is not there", "[how to add](/edit/index.md#add)"),
    "dead-link": RightWay("A link that leads nowhere", _LINK),
    "disputes-itself": RightWay("A source on both sides", "role: qualifies"),
    "docs-file": RightWay("A file that may not be published", "docs/assets/images/team.png"),
    "duplicate-key": RightWay("A field that is there twice", _ENTRY),
    "empty": RightWay("A field without a value", "definition: What people expect of one another."),
    "empty-file": RightWay("An empty file", _ENTRY),
    "encoding": RightWay("The form in which a file is saved", "Save as: UTF-8"),
    "fields": RightWay("A group of fields", "time:\n  start: 30\n  weekly: 10"),
    "file": RightWay("The bibliography", "references.bib"),
    "file-ending": RightWay("The ending of a file's name", _NAME),
    "front-matter": RightWay("The lines at the top of a page", "---\ntitle: Who we are\n---"),
    "given-or-unseen": RightWay("A field that was not seen", "unseen:\n  - country"),
    "heading-level": RightWay("The level of a heading", "## Who we are"),
    "id-field": RightWay("The name of an entry", _NAME),
    "id-form": RightWay("The name of a file", _NAME),
    "incomplete-link": RightWay("An address that is not whole", "[their page](https://example.org/page)"),
    "indentation": RightWay("Spaces at the start of a line", "time:\n  start: 30\nwhen_to_use: When it is late."),
    "invisible-character": RightWay("A character that nobody can see", "Type the words again."),
    "jinja-comment": RightWay("Braces that hide text", "## Who we are { #who }"),
    "kind": RightWay("A kind of page in search", "kinds:\n  strategies:\n    - advice"),
    "key": RightWay("The name of a field", _ENTRY),
    "line-ends": RightWay("Windows line ends", "Nothing to do."),
    "lines-of-promises": RightWay("Lines for promises", "kind: commitment\ntitle: What will you do?"),
    "link-without-words": RightWay("A link without words", _LINK),
    "list": RightWay("A list", _ID),
    "locator-label": RightWay("The place in a source", _CITE),
    "macro-arguments": RightWay("What a macro takes", _MACRO),
    "macro-place": RightWay("Where a macro stands", _MACRO),
    "macro-syntax": RightWay("How a macro is called", _MACRO),
    "merge-conflict": RightWay("Two versions of one place", "Keep one, without the lines <<<, === and >>>."),
    "minutes": RightWay("Minutes that do not add up", "minutes:\n  45: 10\n  60: 15"),
    "misplaced": RightWay("A file in the wrong place", _NAME),
    "missing": RightWay("A field that is missing", _ENTRY),
    "no-card": RightWay("A source without a study card", "content/studies/bryk2002trust.yml"),
    "no-challenge": RightWay("A session without a challenge", "prompts:\n  - type: challenge\n    ask: Who disagrees?"),
    "no-content": RightWay("A folder without content", "handbook check --root handbook"),
    "no-dispute-search": RightWay("A claim without a dispute", "searched:\n  on: 2026-11-21\n  where: ERIC"),
    "no-image": RightWay("An image that is not there", "![Three teachers](/assets/images/team.png)"),
    "no-root": RightWay("A folder that is not there", "handbook check --root handbook"),
    "no-minutes": RightWay("A step without minutes", "- page: /strategies/listening-tour.md\n  minutes: 5"),
    "no-support": RightWay("A claim without support", "role: supports"),
    "no-value": RightWay("A number that no claim has", "result:\n  metric: r\n  value: 0.3"),
    "not-a-macro": RightWay("Braces on a page", _MACRO),
    "not-a-picture": RightWay("A picture that is none", "docs/assets/images/team.png"),
    "not-fields": RightWay("A file without fields", _ENTRY),
    "number": RightWay("A number", "value: 0.35"),
    "one-line": RightWay("A text of one line", "title: Trust at work"),
    "one-word": RightWay("A word that search skips", "skip:\n  - about"),
    "own-address": RightWay("An address of the handbook itself", _LINK),
    "other-population": RightWay("Other people than were studied", "These schools studied teachers."),
    "overdue-review": RightWay("A review that is due", "reviewed:\n  on: 2026-11-21\n  outcome: unchanged"),
    "page-twice": RightWay("A page that is there twice", _NAME),
    "pools-what": RightWay("What a synthesis pools", "design: synthesis\nsynthesises: longitudinal"),
    "prompt-twice": RightWay("A question that is asked twice", "ask: What would change your mind?"),
    "protocol-size": RightWay("A group of another size", "otherwise: Larger groups split in two."),
    "raw-html": RightWay("HTML in a text", "**strong**, *stressed*, &lt;"),
    "redirect": RightWay("An old name", "strategies/old-name: strategies/listening-tour"),
    "relative-link": RightWay("A link from the top", _LINK),
    "retracted": RightWay("A source that was withdrawn", "role: disputes"),
    "same-name": RightWay("Two names that differ in capitals", _NAME),
    "second-hand": RightWay("Sources read second-hand", "read_as: abstract"),
    "sheet-part": RightWay("A part of a sheet", "kind: lines\nheading: What will you try?\nrows: 4"),
    "sheet-shares": RightWay("The width of columns", "columns:\n  - Who\n  - By when\nshares:\n  - 2\n  - 1"),
    "sizes": RightWay("Sizes of a group", "fewest: 4\nmost: 12"),
    "superlative": RightWay("Words that are too strong", _SENTENCE),
    "small-letters": RightWay("Words of search", "same:\n  - [school board, trustees]"),
    "spaced-link": RightWay("A link with a space in it", _LINK),
    "student-data": RightWay("A sheet about students", "heading: What did the groups find hard?"),
    "symlink": RightWay("A link in place of a file", _NAME),
    "tag": RightWay("A sign with a meaning in YAML", 'title: "!important"'),
    "text": RightWay("A text", _TEXT),
    "too-deep": RightWay("Too many levels", _ENTRY),
    "too-few": RightWay("A list that is too short", _ID),
    "too-large": RightWay("A file that is too large", "At most 1 MiB."),
    "too-large-a-number": RightWay("A number that is too large", "order: 1"),
    "too-long": RightWay("A text that is too long", "summary: Pick one thing, and say aloud what waits."),
    "too-many": RightWay("Too many values", "One entry, one file."),
    "too-many-brackets": RightWay("Too many brackets", _LINK),
    "too-small": RightWay("A number that is too small", "minutes: 5"),
    "turn-too-short": RightWay("Too little time to speak", "minutes:\n  60: 15"),
    "turned-text": RightWay("A mark that turns the text", "Type the line again."),
    "twice": RightWay("Something listed twice", _ID),
    "two-groups": RightWay("A word in two groups", "same:\n  - [school board, trustees]"),
    "two-entries": RightWay("Two entries in one file", "One entry, one file."),
    "uncited-card": RightWay("A study card that nothing needs", _CITE),
    "uncited-work": RightWay("A source that nothing cites", _CITE),
    "typed-citation": RightWay("A citation typed by hand", _CITE),
    "undated-notice": RightWay("A notice without a date", "status: corrected\nstatus_date: 2026-11-21"),
    "unknown-field": RightWay("A field that does not exist", _ENTRY),
    "unknown-id": RightWay("A name that nothing has", _ID),
    "unknown-key": RightWay("A source that is not in the list", _CITE),
    "unknown-macro": RightWay("A macro that does not exist", _MACRO),
    "unknown-page": RightWay("A page that is not there", "pages:\n  /strategies/listening-tour.md:\n    - first weeks"),
    "unreadable": RightWay("A file that cannot be read", _NAME),
    "unnamed-research": RightWay("Research without a source", _SENTENCE),
    "unsafe-link": RightWay("A link that is not safe", "[their page](https://example.org/page)"),
    "unsafe-picture": RightWay("A picture that could act", '<path d="M0 0h10v10z" fill="#1d4d40"/>'),
    "whole-number": RightWay("A whole number", "minutes: 20"),
    "yaml": RightWay("A line that cannot be read", _TEXT),
    "yes-or-no": RightWay("True or false", "private: true"),
}

_OTHERS = {"bib": RightWay("The list of sources", _BIB), "": RightWay("A sentence about research", _SENTENCE)}


def right_way(rule: str) -> RightWay:
    """Return what is right in place of a mistake; rules about sources and about sentences share one example each."""
    return RIGHT_WAYS.get(rule) or _OTHERS["bib" if rule.startswith("bib-") else ""]
