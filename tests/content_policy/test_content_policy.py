"""A policy allows what the site delivers, and of a page's own text exactly its scripts."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from macros.content_policy import foreign_script, inline_scripts, own_scripts, policy, with_policy

CASES = yaml.safe_load(Path(__file__).with_name("scripts.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_scripts(case: dict[str, object]) -> None:
    page = str(case["given"])
    assert [*inline_scripts(page)] == case["allowed"]
    for script in case["allowed"]:  # type: ignore[attr-defined]
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy(page)


def test_the_policy_comes_right_after_the_charset() -> None:
    page = with_policy('<html><head>\n<meta charset="utf-8">\n<link href="a.css">')
    assert page.index("charset") < page.index("Content-Security-Policy") < page.index("<link")


def test_a_page_without_a_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html><head></head></html>")


TEMPLATE = '<script>var top = new URL("{{ base_url }}", location)</script><script src="a.js"></script>'
SOMETIMES = "<script>a()\n  {%- if config.extra.offline %}\n  b()\n  {%- endif %}\n  c()</script>"


@pytest.mark.parametrize("base", [".", "..", "../../..", "/", "/handbook/"])
def test_a_script_of_the_theme_is_its_own_on_every_page(base: str) -> None:
    assert foreign_script(TEMPLATE.replace("{{ base_url }}", base), own_scripts([TEMPLATE])) == ""


@pytest.mark.parametrize("base", ["//evil.example/", "https://evil.example/", '", location); alert("', "javascript:x"])
def test_what_is_put_into_a_script_of_the_theme_makes_it_foreign(base: str) -> None:
    assert foreign_script(TEMPLATE.replace("{{ base_url }}", base), own_scripts([TEMPLATE])) != ""


def test_a_part_of_a_script_may_stand_on_some_pages_only() -> None:
    own = own_scripts([SOMETIMES, "<script>{% for each in all %}alert(1){% endfor %}</script>"])
    assert foreign_script("<script>a()\n  c()</script><script>a()\n  b()\n  c()</script>", own) == ""
    assert foreign_script("<script>alert(1)</script>", own) == "alert(1)"
    assert foreign_script("<script>a()\n  b()\n  b()\n  c()</script>", own) != ""


def test_any_other_script_is_foreign_and_data_are_none() -> None:
    page = f'{TEMPLATE.replace("{{ base_url }}", ".")}<script type="application/json">{{}}</script>'
    assert foreign_script(page, own_scripts([TEMPLATE])) == ""
    assert foreign_script(f"{page}<script>alert(1)</script>", own_scripts([TEMPLATE])) == "alert(1)"
