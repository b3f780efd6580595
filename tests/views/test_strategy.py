"""Facts about a strategy's page."""

from macros.handbook import Handbook
from tests.views.outline import Render


def test_the_verdict_the_week_and_the_facts_stand_before_anything_else(render: Render) -> None:
    body = render("strategies", "tea-first").body
    first_section = body.index("\n## ")
    order = [body.index(words) for words in ("# Tea", "it comes first", "Put the kettle on", "45 minutes", "very low")]
    assert order == sorted(order)
    assert order[-1] < first_section


def test_weekly_time_is_told_in_hours_from_two_hours_on(render: Render) -> None:
    assert "2 hours 30 minutes" in render("strategies", "tea-first").body
    assert "no fixed time" in render("strategies", "talk-second").body


def test_the_grade_of_the_main_claim_is_explained_with_every_reason(render: Render, handbook: Handbook) -> None:
    body = render("strategies", "tea-first").body
    section = body[body.index("{ #how-sure-we-are }") : body.index("{ #what-gets-in-the-way }")]
    reasons = handbook.grade("borrowed-claim").reasons
    assert len(reasons) > 1
    assert all(f"<li>{reason}</li>" in section for reason in reasons)


def test_an_illustration_says_that_it_is_one(render: Render) -> None:
    body = render("strategies", "tea-first").body
    illustration = body[body.index('<div class="hb-illustration">') :]
    assert illustration.index("An illustration, not a report") < illustration.index("A small school boils water")


def test_a_private_question_asks_to_write_first(render: Render) -> None:
    assert "Write privately first." in render("strategies", "tea-first").body
    assert "Write privately first." not in render("strategies", "talk-second").body


def test_related_strategies_are_named_on_both_pages(render: Render) -> None:
    start = '<ul class="hb-list hb-list--related">\n<li><a href="/at/strategies/'
    assert f"{start}talk-second.md" in render("strategies", "tea-first").body
    assert f"{start}tea-first.md" in render("strategies", "talk-second").body


def test_situations_that_send_here_are_named(render: Render) -> None:
    body = render("strategies", "tea-first").body
    assert "/at/situations/nobody-talks.md" in body[body.index("{ #used }") :]
    assert "/at/guides/first-cup.md" in body[body.index("{ #used }") :]  # a meeting gives it to read


def test_a_situation_says_what_to_do_this_week_for_each_strategy(render: Render) -> None:
    body = render("situations", "nobody-talks").body
    tries = body[body.index("{ #try-first }") : body.index("{ #warning-signs }")]
    assert tries.index("Put the kettle on") < tries.index("Ask one question.")
