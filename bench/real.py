"""(a) The handbook as it is: built cold, and after one edit with its caches, beside plain Material."""

from collections.abc import Iterator

from bench.contest import Contestant, contest
from bench.peers.material import material
from bench.row import Row, against, seconds
from bench.settings import Settings
from bench.tree import editing, real

STRATEGY = "content/strategies/pick-one-shared-focus.yml"
COLD, WARM = 1.4, 1.15
"""Times the CPU of plain Material that a build may take."""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    cold = real(settings.folder("real"))
    pages = cold.rendered(settings.folder("real-pages"))
    warm = cold.copy(settings.folder("real-warm"))
    warm.build()
    found = contest(
        (
            Contestant("cold", cold.command("build"), cold.root, cold.forget),
            Contestant("warm", warm.command("build"), warm.root, editing(warm.root / STRATEGY)),
            material("Material", pages, settings.folder("real-material")),
        ),
        settings.times,
    )
    peer = found["Material"]
    yield seconds("plain Material, the same rendered Markdown", peer)
    yield against("handbook, cold, citations and PDFs with it", found["cold"], peer, "plain Material", COLD)
    yield against("handbook, caches kept, one strategy edited", found["warm"], peer, "plain Material", WARM)
