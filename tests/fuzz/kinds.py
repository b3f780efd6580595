"""The kinds of input."""

from hypothesis.strategies import SearchStrategy

from tests.fuzz import bibliographies, docs_pages, fields, yaml_files
from tests.fuzz.texts import CITATIONS, MARKDOWN
from tests.fuzz.tree import BIBLIOGRAPHY, Input, Tree


def kinds(tree: Tree) -> dict[str, SearchStrategy[Input]]:
    """Return the inputs of each kind, for this tree."""
    pages = {file: data.decode() for file, data in tree.sound.items() if file.endswith(".md")}
    return {
        "yaml": yaml_files.inputs(tree.entries),
        "bibtex": bibliographies.inputs(tree.sound[BIBLIOGRAPHY].decode()),
        "citations": fields.inputs(tree.entries, CITATIONS),
        "markdown": fields.inputs(tree.entries, MARKDOWN),
        "docs": docs_pages.inputs(pages),
    }
