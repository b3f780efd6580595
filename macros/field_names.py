"""Names of fields that are almost right: each is one problem, and its value is read as if the name were right."""

from collections.abc import Iterable, Iterator, Mapping

from macros.model.shape import Shape
from macros.problems import Problem, closest, did_you_mean
from macros.sources import Source
from macros.yaml_tree import Node


def mend_names(source: Source, shape: Shape, required: Mapping[str, bool]) -> Iterator[Problem]:
    """Yield a problem for each misspelt or misplaced field, and give it its name or place in the tree.

    `required` tells for each field at the top whether an entry must have it."""
    yield from _outdented(source, source.root, required)
    yield from _spelt(source, source.root, shape)


def _outdented(source: Source, root: Node, required: Mapping[str, bool]) -> Iterator[Problem]:
    """A field of the entry must not be indented as if it belonged to the field above it."""
    top = root.pairs
    missing = {name for name, needed in required.items() if needed} - {str(key.value) for key, _ in top}
    for _, value in tuple(top):
        inner = value.pairs
        for pair in tuple(inner):
            name = str(pair[0].value)
            if name in missing and len(inner) > 1:
                inner.remove(pair)
                top.append(pair)
                message = f'the field "{name}" stands too far to the right: take away the spaces before it'
                yield Problem(source.text.place(pair[0].start, len(name)), message, "indentation")


def _spelt(source: Source, node: Node, shape: Shape) -> Iterator[Problem]:
    """The name of a field must be spelt as the model spells it."""
    for item in node.items if shape.item is not None else ():
        if item.kind != "scalar":
            yield from _spelt(source, item, shape.item)  # type: ignore[arg-type]
    pairs = node.pairs
    if shape.fields and not {str(key.value) for key, _ in pairs} <= shape.fields.keys():
        yield from _mended(source, pairs, shape)
    for key, value in pairs:
        if value.kind != "scalar":
            inner = shape.item if shape.item is not None else shape.fields.get(str(key.value))
            if inner is not None:
                yield from _spelt(source, value, inner)


def _mended(source: Source, pairs: Iterable[tuple[Node, Node]], shape: Shape) -> Iterator[Problem]:
    written = {key.value for key, _ in pairs}
    unused = [name for name in shape.fields if name not in written]
    for key, _ in pairs:
        name = str(key.value)
        meant = closest(name, unused) if name not in shape.fields else None
        if meant is not None:
            message = f'there is no field "{name}" here{did_you_mean(name, [meant])}'
            yield Problem(source.text.place(key.start, key.end - key.start), message, "unknown-field")
            unused.remove(meant)
            key.value = meant
