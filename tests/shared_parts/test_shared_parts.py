"""What is the same on many pages is drawn once for all of one place."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, nodes
from material import __file__ as material
from mkdocs.structure.files import InclusionLevel

from macros.shared_parts import SharedParts

ROOT = Path(__file__).parents[2]
TEMPLATES = (ROOT / "docs" / "overrides", Path(material).parent / "templates")
PAGE = '{% call shared("tabs") %}{{ draw(page.url if page) }}{% endcall %}'
NAV = SimpleNamespace(pages=[SimpleNamespace(url=url) for url in ("./", "strategies/", "about/privacy/", "legs/tea/")])
LISTED = InclusionLevel.INCLUDED


@pytest.fixture
def drawn() -> list[str | None]:
    return []


@pytest.fixture
def parts() -> SharedParts:
    return SharedParts()


@pytest.fixture
def environment(parts: SharedParts, drawn: list[str | None]) -> Environment:
    made = Environment(loader=DictLoader({"main.html": PAGE, "other.html": PAGE.replace("tabs", "menu")}))
    made.globals.update(shared=parts.shared, draw=lambda url: drawn.append(url) or url)
    return made


def _render(
    environment: Environment,
    url: str | None,
    base: str = "../..",
    template: str = "main.html",
    level: InclusionLevel = InclusionLevel.NOT_IN_NAV,
) -> str:
    page = url and SimpleNamespace(url=url, file=SimpleNamespace(inclusion=level))
    return environment.get_template(template).render(page=page, nav=NAV, base_url=base)


def test_entries_of_one_folder_share_a_part(environment: Environment, drawn: list[str | None]) -> None:
    assert {_render(environment, f"strategies/{name}/") for name in ("tea", "coffee")} == {"strategies/tea/"}
    assert drawn == ["strategies/tea/"]


def test_a_page_that_is_no_entry_has_its_own_for_parts_may_lead_to_it(environment: Environment) -> None:
    for url in ("sources/", "search/"):
        assert _render(environment, url, "..", level=LISTED) == url


def test_an_entry_in_the_navigation_has_its_own_for_it_is_marked_there(environment: Environment) -> None:
    _render(environment, "legs/coffee/")
    assert _render(environment, "legs/tea/") == "legs/tea/"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("claims/tea/", "../.."),
        ("strategies/tea/print/", "../../.."),
        ("strategies/", ".."),
        ("about/privacy/", "../.."),
        ("strategies/tea/", "/site"),
        ("./", "."),
        (None, "/site"),
    ],
)
def test_a_page_at_another_place_has_its_own(environment: Environment, url: str | None, base: str) -> None:
    _render(environment, "strategies/coffee/")
    assert _render(environment, url, base) == (url or "")


def test_pages_of_a_copy_in_a_folder_share_as_well(environment: Environment, drawn: list[str | None]) -> None:
    for url in ("strategies/tea.html", "strategies/coffee.html"):
        _render(environment, url, "..")
    assert drawn == ["strategies/tea.html"]


def test_each_part_is_drawn_by_itself(environment: Environment) -> None:
    _render(environment, "strategies/tea/")
    assert _render(environment, "strategies/coffee/", template="other.html") == "strategies/coffee/"


def test_what_was_forgotten_is_drawn_again(environment: Environment, parts: SharedParts) -> None:
    _render(environment, "strategies/tea/")
    parts.clear()
    assert _render(environment, "strategies/coffee/") == "strategies/coffee/"


def _tree(name: str) -> nodes.Template:
    file = next(folder / name for folder in TEMPLATES if (folder / name).is_file())
    return Environment(extensions=["jinja2.ext.do"]).parse(file.read_text("utf-8"))


def _shared() -> Iterator[tuple[str, nodes.Node]]:
    for file in TEMPLATES[0].rglob("*.html"):
        for call in _tree(str(file.relative_to(TEMPLATES[0]))).find_all(nodes.CallBlock):
            if isinstance(call.call.node, nodes.Name) and call.call.node.name == "shared":
                yield call.call.args[0].as_const(), call


def _read_of_page(node: nodes.Node) -> set[str]:
    """Return what a part of a template, with all that it includes, reads of the page."""
    names = {one.attr for one in node.find_all(nodes.Getattr) if getattr(one.node, "name", "") == "page"}
    included = [one.template for one in node.find_all(nodes.Include)]
    files = [one.value for one in included if isinstance(one, nodes.Const) and one.value.startswith("partials/")]
    return names.union(*(_read_of_page(_tree(file)) for file in files))


def test_no_shared_part_shows_anything_of_the_page_itself() -> None:
    read = {name: _read_of_page(part) - {"url", "is_homepage"} for name, part in _shared()}
    assert len(read) > 9
    assert not {name: words for name, words in read.items() if words}


def test_no_two_shared_parts_have_one_name() -> None:
    names = [name for name, _ in _shared()]
    assert len(names) == len(set(names))
