"""(a) The handbook as it is: built cold, and after one edit with its caches, beside plain Material."""

from collections.abc import Iterator

from bench.contest import Contestant, contest
from bench.peers.material import material
from bench.row import Row, against, seconds
from bench.settings import Settings
from bench.tree import Tree, editing, real

STRATEGY = ("content/strategies/pick-one-shared-focus.yml", "looks_like")
"""The entry that most printed documents show, and its field that is edited."""
OTHER = ("content/strategies/join-a-professional-association.yml", "looks_like")
"""An entry that no guide names: the book and its own one page show it."""
COLD, WARM = 1.4, 1.15
"""Times the CPU of plain Material that a build may take."""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    cold = real(settings.folder("real"))
    pages = cold.rendered(settings.folder("real-pages"))
    warm = {name: cold.copy(settings.folder(f"real-{name}")) for name in ("strategy", "other")}
    for tree in warm.values():
        tree.build()
    found = contest(
        (
            Contestant("cold", cold.command("build"), cold.root, cold.forget),
            _edited("strategy", warm["strategy"], *STRATEGY),
            _edited("other", warm["other"], *OTHER),
            material("Material", pages, settings.folder("real-material")),
        ),
        settings.times,
    )
    peer = found["Material"]
    yield seconds("plain Material, the same rendered Markdown", peer)
    yield against("handbook, cold, citations and PDFs with it", found["cold"], peer, "plain Material", COLD)
    what = "handbook, caches kept"
    yield against(f"{what}, the strategy edited that most guides show", found["strategy"], peer, "plain Material", WARM)
    yield against(f"{what}, a strategy edited that no guide names", found["other"], peer, "plain Material", WARM)


def _edited(name: str, tree: Tree, file: str, field: str) -> Contestant:
    return Contestant(name, tree.command("build"), tree.root, editing(tree.root / file, field))
