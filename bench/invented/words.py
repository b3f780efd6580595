"""Sentences put together from lists: plain advice, which says nothing of research and holds no figures."""

import random
from collections.abc import Sequence

_ACTS = (
    "Ask", "Meet", "Call", "Visit", "Thank", "Invite", "Sit with", "Walk with", "Listen to", "Write to", "Eat with",
    "Wait for",
)  # fmt: skip
_PEOPLE = (
    "the secretary", "a new teacher", "the custodian", "your deputy", "the counselor", "a department head",
    "the librarian", "one parent", "the night staff", "a coach", "the bus driver", "your union steward", "the nurse",
    "a quiet colleague", "the front office", "a mentor", "the science team", "an aide", "the registrar", "a neighbor",
)  # fmt: skip
_TOPICS = (
    "the calendar", "the lunch line", "late buses", "the first bell", "shared planning time", "room keys",
    "the reading corner", "hall duty", "field trips", "parent evenings", "the copier", "lesson visits", "homework",
    "the school garden", "morning meetings", "the staff room", "lost forms", "the budget line", "rain days",
    "the welcome desk", "cover lessons", "quiet rooms",
)  # fmt: skip
_TIMES = (
    "before the bell", "on Monday", "after school", "at the door", "over coffee", "in the hall", "by Friday",
    "during lunch", "on the way out", "at the next meeting", "in the first week", "before a holiday", "without notes",
    "with the door open", "once a month",
)  # fmt: skip
_STEP = 7919
"""A prime, by which neighbors in the count of titles get titles that differ in every part."""
_ENDS = ("Take notes.", "Say thank you.", "Then stop.", "Keep it short.", "Tell nobody yet.", "Write down one word.")


def shuffled(number: int, *lists: Sequence[str]) -> tuple[str, ...]:
    """Return one word of each list; no two numbers below the product of the lists' lengths give the same."""
    found = []
    for words in lists:
        number, place = divmod(number, len(words))
        found.append(words[place])
    return tuple(found)


def title(number: int) -> str:
    """Return a title on one line; no two numbers below 79,200, all that there are, have the same."""
    topic, time, person, act = shuffled(number * _STEP % 79_200, _TOPICS, _TIMES, _PEOPLE, _ACTS)
    return f"{act} {person} about {topic} {time}"


def topic(number: int) -> str:
    """Return two things that a school has, as a phrase; no two numbers below 330 have the same."""
    first, other = shuffled(number, _TOPICS, _TIMES)
    return f"{first} {other}"


def sentence(chance: random.Random) -> str:
    """Return one sentence."""
    act, person, topic, time = (chance.choice(words) for words in (_ACTS, _PEOPLE, _TOPICS, _TIMES))
    return f"{act} {person} about {topic} {time}."


def passage(chance: random.Random, sentences: int) -> str:
    """Return so many sentences, the last a short one."""
    return " ".join([*(sentence(chance) for _ in range(sentences - 1)), chance.choice(_ENDS)])
