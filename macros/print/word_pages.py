"""The parts of a guide in Word: meetings with their questions, and what stands after the last meeting."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.print.word_blocks import Json, bullets, heading, paragraph, runs, table, trees
from macros.views.words import listed, minutes

PROMISE = (
    "What I will do",
    "With whom",
    "By when",
    "What I will look at to see whether it works",
    "How that stands today (the baseline)",
    "What would show me that it is not working",
)
FOLLOW_UP = (
    "What I promised, word for word",
    "What I did, and what I left undone",
    "What I looked at. Then: … Today: …",
    "Did I see the sign that it is not working? What did I see?",
    "What else could explain what I see?",
    "Keep, change or stop? What I will do next, and by when",
)
SPACE = "[Space to write]"


def meeting(data: Mapping[str, Any], session: Mapping[str, Any]) -> Iterator[Json]:
    """Yield the pages of one meeting."""
    many = len(data["sessions"]) > 1
    yield heading(1, f"Meeting {session['number']}: {session['title']}" if many else session["title"])
    yield paragraph("By the end, we will have done this:")
    yield bullets(session["aims"])
    if session["reading"]:
        yield heading(2, "To read")
        yield bullets([_reading(one) for one in session["reading"]])
    yield heading(2, "Agenda")
    yield table(
        ["Part", *(f"{length} minutes" for length in data["lengths"])],
        [[row["title"], *(_slot(slot) for slot in row["slots"])] for row in session["agenda"]],
    )
    yield from _note("To bring, and to rehearse in ten minutes", session["rehearsal"])
    yield heading(2, "How to run it" if data["facilitator"] else "Questions and pages to write on")
    for part in session["parts"]:
        yield from _part(session, part)


def to_facilitate(pages: Mapping[str, Any]) -> Iterator[Json]:
    """Yield what stands in every facilitator's copy."""
    rehearsal = pages["rehearsal"]
    yield heading(1, pages["title"])
    yield paragraph(pages["opening"])
    yield heading(2, rehearsal["title"])
    yield table(rehearsal["head"], rehearsal["rows"])
    for one in pages["when"]:
        yield heading(2, one["title"])
        yield bullets([[{"kind": "text", "text": words}] for words in one["items"]])


def closing(data: Mapping[str, Any]) -> Iterator[Json]:
    """Yield the follow-up, pages to read, protocols, evidence cards, words, sources and credit."""
    yield from _follow_up()
    if data["readings"]:
        yield heading(1, "The pages to read")
    for page in data["readings"]:
        yield from _page(page)
    yield heading(1, "How the protocols go")
    for protocol in data["protocols"]:
        yield from _protocol(protocol, data["facilitator"])
    yield heading(1, "Evidence cards")
    for card in data["cards"]:
        yield from _card(card)
    yield heading(1, "Words, sources and credit")
    yield heading(2, "Words we use")
    for term in data["terms"]:
        yield heading(3, term["title"])
        yield from trees(term["blocks"])
    yield heading(2, "Sources")
    for source in data["sources"]:
        yield runs(source["runs"])
    yield heading(2, "Whose ideas this guide uses")
    yield from trees(data["credit"])


def _reading(one: Mapping[str, Any]) -> list[Json]:
    link = {"kind": "link", "to": one["url"], "runs": [{"kind": "text", "text": one["title"]}]}
    return [link, {"kind": "text", "text": f", {one['takes']}"}]


def _slot(slot: Mapping[str, Any] | None) -> str:
    return f"{slot['minutes']} min, from {slot['start']}" if slot else "left out"


def _part(session: Mapping[str, Any], part: Mapping[str, Any]) -> Iterator[Json]:
    yield heading(3, part["title"])
    yield from trees(part["do"])
    if part["protocol"]:
        yield paragraph(f"How it goes: {part['protocol']['title']}, at the end of this guide.")
    yield from trees(part["otherwise"])
    yield from _turns(part["turns"])
    yield from _note("For the facilitator", part["facilitator"])
    for prompt in part["prompts"]:
        number = {"kind": "strong", "runs": [{"kind": "text", "text": f"{prompt['number']}. {prompt['type']}: "}]}
        yield runs([number, *(run for block in prompt["ask"] for run in block.get("runs", []))])
        if prompt["private"]:
            yield paragraph("Write privately first. Nobody collects this page.")
        if prompt["lines"]:
            yield paragraph(SPACE)
    if part["promise"]:
        yield from trees(session["commitment"])
        yield table(["My promise", "In my words"], [[words, ""] for words in PROMISE])


def _turns(turns: list[Mapping[str, Any]]) -> Iterator[Json]:
    """Yield how many seconds each person has in a turn, by the size of the group and the length of the meeting."""
    if turns:
        sizes = listed([str(one["people"]) for one in turns[0]["each"]], "or")
        each = "; ".join(
            f"{', '.join(str(one['seconds']) for one in turn['each'])} in {turn['length']} minutes" for turn in turns
        )
        yield paragraph(f"Seconds for each person in a group of {sizes}: {each}.")


def _follow_up() -> Iterator[Json]:
    yield heading(1, "Follow-up")
    for days in (30, 60, 90):
        yield heading(2, f"After {days} days")
        yield table(["Question", "Answer"], [[words, ""] for words in FOLLOW_UP])


def _page(page: Mapping[str, Any]) -> Iterator[Json]:
    yield heading(2, page["title"])
    for section in page["sections"]:
        if section["title"]:
            yield heading(3, section["title"])
        yield from trees(section["blocks"])


def _protocol(protocol: Mapping[str, Any], facilitator: bool) -> Iterator[Json]:
    yield heading(2, protocol["title"])
    yield from trees(protocol["summary"])
    for number, step in enumerate(protocol["steps"], 1):
        lead = f"Step {number}, {minutes(step['minutes'])}{' each' if step['each'] else ''}: "
        yield runs([{"kind": "text", "text": lead}, *(run for block in step["do"] for run in block.get("runs", []))])
    for role in protocol["roles"]:
        yield runs([_lead(role["name"]), *(run for block in role["does"] for run in block.get("runs", []))])
    if protocol["materials"]:
        yield runs([_lead("On the table"), *(run for block in protocol["materials"] for run in block.get("runs", []))])
    if facilitator:
        yield from _note("Traps", protocol["traps"])
    yield from trees(protocol["credit"])


def _lead(words: str) -> dict[str, Any]:
    return {"kind": "strong", "runs": [{"kind": "text", "text": f"{words}: "}]}


def _note(title: str, blocks: list[Json]) -> Iterator[Json]:
    if blocks:
        lead = runs([{"kind": "strong", "runs": [{"kind": "text", "text": title}]}])
        yield {"t": "BlockQuote", "c": [lead, *trees(blocks)]}


def _card(card: Mapping[str, Any]) -> Iterator[Json]:
    yield heading(2, card["title"])
    yield from trees(card["statement"])
    yield table(["", ""], [["How sure we are", " · ".join([card["sure"], *card["tags"]])], ["About", card["about"]]])
    yield heading(3, "What it does not prove")
    yield from trees(card["does_not_prove"])
    yield heading(3, "Who disputes it")
    for dispute in card["disputes"]:
        said = [run for block in dispute["finding"] for run in block.get("runs", [])]
        yield runs([*dispute["who"], {"kind": "text", "text": ": "}, *said])
    if not card["disputes"]:
        yield paragraph(card["undisputed"])
    yield heading(3, "Why this grade")
    yield paragraph(" ".join(card["reasons"]))
