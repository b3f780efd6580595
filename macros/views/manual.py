"""The editors' reference, made from the code: every field of every collection, and every macro of a page."""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from inspect import cleandoc, signature
from typing import Annotated, Any, Union, get_args, get_origin

from markupsafe import Markup, escape
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.collections import COLLECTIONS
from macros.model.ids import Refers
from macros.model.text import Markdown

_TABLE = Markup(
    '<div class="hb-scroll" tabindex="0" role="region" aria-label="{label}">\n'
    '<table class="hb-table">\n<caption>{label}</caption>\n'
    '<thead><tr><th scope="col">Field</th><th scope="col">Holds</th><th scope="col">What to write</th></tr></thead>\n'
    "<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
)
_ROW = Markup(
    '<tr id="{id}"><th scope="row"><code>{name}</code>{required}</th><td>{kind}</td><td>{description}</td></tr>'
)


def field_reference() -> str:
    """Return Markdown that describes every field of every collection."""
    return "\n\n".join(_collection(one.folder, one.one, one.model) for one in COLLECTIONS.values())


def _collection(folder: str, one: str, model: type[BaseModel]) -> str:
    lead = f"## {folder.capitalize()} {{ #{folder} }}\n\nOne {one}, one file: `content/{folder}/<id>.yml`."
    tables = [_table(f"Fields of a {one}", model, (folder,))]
    tables += [_table(f"Fields of {path[-1]} of a {one}", part, path) for path, part in _parts(model, (folder,))]
    return "\n\n".join([lead, *tables])


def field_anchor(path: Iterable[str]) -> str:
    """Return the place of a field on the page of fields; its path begins with the collection."""
    return "-".join(path).replace("_", "-")


def _table(label: str, model: type[BaseModel], path: tuple[str, ...]) -> str:
    rows = [
        _ROW.format(
            id=field_anchor((*path, info.alias or name)),
            name=info.alias or name,
            required=Markup(" <small>required</small>") if info.is_required() else "",
            kind=_kind(info),
            description=info.description or "",
        )
        for name, info in model.model_fields.items()
        if not info.exclude
    ]
    return str(_TABLE.format(label=label, rows=Markup("\n").join(rows)))


def _parts(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], type[BaseModel]]]:
    for name, info in model.model_fields.items():
        part = _model_in(info.annotation)
        if part is not None:
            inner = (*path, info.alias or name)
            yield inner, part
            yield from _parts(part, inner)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)


_KINDS: Mapping[Any, str] = {int: "a whole number", bool: "true or false", str: "one line of text"}


def _kind(info: FieldInfo) -> Markup:
    annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return _words(annotation)


def _words(annotation: Any) -> Markup:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        return _words(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return Markup("a list: {}").format(_words(arguments[0]))
    if origin is dict:
        return Markup("a group of lines: {}").format(_words(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Markup("one of: {}").format(Markup(", ").join(_meant(word) for word in annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Markup("the fields below")
    return escape(
        _KINDS.get(annotation, {"date": "a date, as 2026-11-21", "Decimal": "a number"}.get(_name(annotation), "text"))
    )


def _meant(word: Enum) -> Markup:
    """Return an allowed word, and what it means where its name does not say it."""
    label = str(getattr(word, "label", ""))
    said = label.lower().replace("-", " ").strip() in ("", str(word.value).replace("-", " "))
    return Markup("<code>{}</code>{}").format(word.value, "" if said else f" ({label})")


def _marked(inner: Any, metadata: tuple[Any, ...]) -> Markup:
    for mark in metadata:
        if isinstance(mark, Markdown):
            return escape("text (Markdown, citations, claims)")
        if isinstance(mark, Refers):
            return escape("a citation key" if mark.collection == "references" else f"an id from {mark.collection}")
    return _words(inner)


def _name(annotation: Any) -> str:
    return getattr(annotation, "__name__", "")


def macro_reference(macros: Mapping[str, Callable[..., Any]]) -> str:
    """Return Markdown that describes every macro that a page may call."""
    return "\n\n".join(_macro(name, macro) for name, macro in macros.items())


def _macro(name: str, macro: Callable[..., Any]) -> str:
    words, _, example = cleandoc(macro.__doc__ or "").partition("Example: ")
    given = [
        f"`{each.name}`" + ("" if each.default is each.empty else " (may be left out)")
        for each in list(signature(macro).parameters.values())[2:]
    ]
    takes = f"Takes {', '.join(given)}." if given else "Takes nothing."
    heading = f"## {name} {{ #{name.replace('_', '-')} }}"
    return "\n\n".join((heading, words.strip(), takes, f"```\n{{{{ {example.strip()} }}}}\n```"))
