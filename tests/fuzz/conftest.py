"""A tree in which inputs are planted."""

from collections.abc import Iterator

import pytest

from tests.fuzz.contract import warm_up
from tests.fuzz.printer import without_pandoc
from tests.fuzz.tree import Tree


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
    """Provide the sound tree, with everything loaded that answers about it."""
    with without_pandoc():
        planted = Tree(tmp_path_factory.mktemp("fuzz"))
        warm_up(planted)
        yield planted
