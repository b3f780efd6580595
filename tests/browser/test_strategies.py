"""A principal with two hours finds the strategies that fit them."""

from playwright.sync_api import Page, expect

SHOWN = ".hb-card--strategies:visible"


def test_a_strategy_stands_once_in_the_list(desk: Page) -> None:
    desk.goto("/strategies/")
    titles = desk.locator(".hb-card--strategies .hb-card__title").all_inner_texts()
    assert len(titles) == len(set(titles)) > 30


def test_strategies_are_chosen_by_minutes_leg_and_how_sure_we_are(desk: Page) -> None:
    desk.goto("/strategies/")
    every = desk.locator(SHOWN).count()
    desk.locator("select[name=within]").select_option("120")
    desk.locator("select[name=legs]").select_option("joint-work")
    shown = desk.locator(SHOWN).all()
    assert 0 < len(shown) < every
    for card in shown:
        assert "120" in (card.get_attribute("data-within") or "").split()
        assert "joint-work" in (card.get_attribute("data-legs") or "").split()
    expect(desk.locator(".hb-filter [role=status]")).to_have_text(f"{len(shown)} of {every} strategies")


def test_a_pillar_without_a_match_goes_with_its_heading(desk: Page) -> None:
    desk.goto("/strategies/")
    desk.locator("select[name=pillars]").select_option("visionary")
    for heading in desk.locator("article h2").all():
        cards = heading.locator("xpath=following-sibling::*[1][self::ul]/li")
        if heading.is_visible() and cards.count():
            assert any(card.is_visible() for card in cards.all())
    desk.get_by_role("button", name="Show all").click()
    expect(desk.locator("article h2:visible")).to_have_count(desk.locator("article h2").count())
