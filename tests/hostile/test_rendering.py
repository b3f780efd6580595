"""What the check renders is what the site renders, and whatever the check lets pass does not act."""

import re
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from macros.docs_rendering import EXTENSIONS, rendering_does_not_act
from macros.live_html import acts_in_markdown

ROOT = Path(__file__).parents[2]
SCRAPS = (
    *("<script>", "</script>", "<b onclick=x>", "<img src=//e>", "<!--", "-->", "<?x", "<![CDATA[", "]]>", "<", ">"),
    *("[a](", "javascript:", "JAVA", "script:x", "//e.example", "/x.md", ")", "]: ", "[a]", "[b]: ", "![", "](", " "),
    *("`", "``", "```", "~~~", "\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "|", "\n-|-\n", "\\", "&#106;", "&lt;"),
    *("{", "}", "{:", "{ ", "onclick=x", "style=x", "#a", ".b", "href=javascript:x", '"', "'", "=", "*", "_", "\t"),
)


def listed() -> list[dict[str, object] | str]:
    text = re.sub(r"!\w+", "", (ROOT / "mkdocs.yml").read_text("utf-8"))
    extensions: list[dict[str, object] | str] = yaml.safe_load(text)["markdown_extensions"]
    return extensions


def test_the_check_uses_the_extensions_of_the_site() -> None:
    assert tuple(each if isinstance(each, str) else next(iter(each)) for each in listed()) == EXTENSIONS


def test_what_passes_does_not_act_as_the_site_renders_it() -> None:
    configured = {name: set_up for each in listed() if isinstance(each, dict) for name, set_up in each.items()}
    site = Markdown(extensions=[*EXTENSIONS], extension_configs=configured)  # type: ignore[arg-type] # as YAML has it
    permalink = re.compile(r'<a class="headerlink"[^>]*>#</a>')

    @settings(max_examples=400, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(scraps=st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=14))
    def holds(scraps: list[str]) -> None:
        text = "".join(scraps)
        if not [*rendering_does_not_act(text)]:
            site.reset()
            assert [*acts_in_markdown(permalink.sub("", site.convert(text)))] == []

    holds()
