"""What stands in every facilitator's copy: how to prepare, and what to do when a meeting goes another way."""

from typing import Any

_OPENING = (
    "You need no training for this and no rank. You need the agenda, a clock that everyone can see, and ten "
    "minutes beforehand. Questions have the same numbers here and in the participants’ copies."
)
_REHEARSAL = (
    ("3", "Read every question aloud. Where you stumble, the group will. Put it in your own words in the margin."),
    ("3", "Answer the challenge question yourself, then argue the other side for a minute."),
    ("2", "Choose the part you would cut if you start ten minutes late. Cut one whole part; do not hurry all of them."),
    ("1", "Say your first sentence and your last sentence."),
    ("1", "Decide who speaks last. In most groups it is the person with the most authority, and it may be you."),
)
_WHEN = {
    "When nobody says anything": (
        "Count slowly to ten. Most silences are thinking.",
        "Ask for two minutes of writing, then hear what two neighbors wrote.",
        "If it stays quiet, ask what would make this hard to answer here. Take no names.",
    ),
    "When one voice fills the room": (
        "Thank the person for one exact thing. Then name two people you would like to hear.",
        "Go around the table. In a round nobody needs to be interrupted.",
        "Give the person the note-taker’s page, and mean it as a compliment.",
        "If it is the superintendent or the principal, ask in the break. It is easier for both of you.",
    ),
    "When it turns into a complaint, or somebody is hurt": (
        "Write the complaint down in the speaker’s words, and ask what part of it this group could move.",
        "Stop talk about people who are not in the room. Ask for the schedule, the role or the rule behind it.",
        "If someone is close to tears, pause for all. Ask quietly whether to go on. Nobody owes the group a reason.",
        "Anything about a student goes to the place where your school handles it. It does not stay on this table.",
    ),
    "When you are twelve and have 45 minutes": (
        "Set chairs in fours before anyone comes, with one copy and one pen for each person.",
        "A turn around the table takes four minutes at twenty seconds each. Let a watch on the table do the stopping.",
        "Hold discussions in threes or fours. Keep the last two minutes to hear one sentence from each.",
        "Ask for the first question only. The others are for a group that is done early.",
        "Begin the promises when the agenda says so, whatever is left on the board. They need all of their minutes.",
        "Late by ten minutes? Leave out the evidence or the discussion, and keep the private page and the promises.",
    ),
    "When the group agrees too fast": (
        "Ask each person to write what would change their mind, before anyone reads it out.",
        "Take the weaker side yourself for two minutes.",
        "Read the line on the evidence card that says what it does not prove, and wait.",
    ),
}
"""What happens -> what to do then."""


def facilitating() -> dict[str, Any]:
    """Return {"title", "opening", "rehearsal": {"title", "head", "rows"}, "when": [{"title", "items"}]}, all plain."""
    return {
        "title": "To whoever facilitates",
        "opening": _OPENING,
        "rehearsal": {
            "title": "Ten minutes of rehearsal",
            "head": ["Minutes", "What you do, aloud and alone"],
            "rows": [[*row] for row in _REHEARSAL],
        },
        "when": [{"title": title, "items": [*items]} for title, items in _WHEN.items()],
    }
