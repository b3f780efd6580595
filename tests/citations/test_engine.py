"""Citations and entries print exactly as each style wants them, in safe HTML, and are kept."""

import json
import re
from pathlib import Path

import pytest
import yaml

from macros.citations import engine, pandoc
from macros.citations.engine import format_citations
from macros.citations.style import STYLES, UnknownStyle, style_named

DOCUMENT = yaml.safe_load(Path(__file__).with_name("formatted.yml").read_text("utf-8"))
WORKS = DOCUMENT["works"]


@pytest.mark.parametrize("style", STYLES)
def test_each_style_prints_exactly(style: str) -> None:
    expected = DOCUMENT["styles"][style]
    formatted = format_citations(WORKS, list(expected["clusters"]), style)
    assert {raw: one.html for raw, one in formatted.clusters.items()} == expected["clusters"]
    assert {key: one.html for key, one in formatted.entries.items()} == expected["entries"]
    assert list(formatted.entries) == list(expected["entries"])
    printed = {**formatted.clusters, **formatted.entries}
    assert {name: printed[name].text for name in expected["text"]} == expected["text"]


@pytest.mark.parametrize("style", STYLES)
def test_no_tag_is_printed_but_our_own(style: str) -> None:
    formatted = format_citations(WORKS, list(DOCUMENT["styles"][style]["clusters"]), style)
    tags = {
        tag
        for one in [*formatted.clusters.values(), *formatted.entries.values()]
        for tag in re.findall("<[^>]*>", one.html)
    }
    assert all(
        re.fullmatch(
            r'</?(i|b|sup|sub)>|</?span[^<>]*>|<a (class="cite" )?href="[^"<>]*"( data-key="[^"<>]*")?>|</a>', tag
        )
        for tag in tags
    )


def test_works_that_nobody_cites_count_only_when_asked() -> None:
    cited = format_citations(WORKS, ["[@galeA]"])
    assert list(cited.entries) == ["galeA"]
    assert cited.clusters["[@galeA]"].text == "(Gale, 2011)"
    everything = format_citations(WORKS, ["[@galeA]"], cited_only=False)
    assert set(everything.entries) == {work["id"] for work in WORKS}
    assert everything.clusters["[@galeA]"].text == "(R. Gale, 2011a)"


def test_an_unknown_key_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nobody"):
        format_citations(WORKS, ["[@nobody]"])


def test_nothing_to_format_is_nothing() -> None:
    assert format_citations([], []) == engine.Formatted({}, {})


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "chicago-notes",
            "“chicago-notes” cites in footnotes, which web pages do not have; choose one of apa, chicago, mla, harvard",
        ),
        ("apaa", 'there is no citation style “apaa”; did you mean "apa"?; choose one of apa, chicago, mla, harvard'),
        ("ieee", "there is no citation style “ieee”; choose one of apa, chicago, mla, harvard"),
        ("../x", "there is no citation style “../x”; choose one of apa, chicago, mla, harvard"),
    ],
)
def test_other_styles_are_refused(name: str, message: str) -> None:
    with pytest.raises(UnknownStyle) as caught:
        style_named(name)
    assert str(caught.value) == message


def test_a_kept_answer_is_used_and_a_spoilt_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = format_citations(WORKS, ["[@one]"], cache=tmp_path)
    calls: list[int] = []
    ask = pandoc.cite
    monkeypatch.setattr(pandoc, "cite", lambda *given: calls.append(1) or ask(*given))
    assert format_citations(WORKS, ["[@one]"], cache=tmp_path) == fresh
    assert not calls
    (kept,) = tmp_path.iterdir()
    for spoilt in (
        "",
        "{",
        "[]",
        "\0",
        json.dumps({**json.loads(kept.read_text("utf-8")), "answer": {"clusters": {}, "entries": {}}}),
    ):
        kept.write_text(spoilt, "utf-8")
        assert format_citations(WORKS, ["[@one]"], cache=tmp_path) == fresh
    assert len(calls) == 5


def test_another_style_or_cluster_is_another_answer(tmp_path: Path) -> None:
    for style in STYLES:
        format_citations(WORKS, ["[@one]"], style, cache=tmp_path)
    format_citations(WORKS, ["[@one]", "@one"], cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == len(STYLES) + 1


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    assert format_citations(WORKS, ["[@one]"], cache=file / "folder").clusters["[@one]"].text == "(Arden, 2004)"
