"""BibTeX name lists to CSL names: particles, suffixes, groups in braces, "and others", BibLaTeX's named parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.bibliography.latex import decode_plain

_SUFFIX = re.compile(r"(jr|sr|jnr|snr|esq|ph\.?d|m\.?d|i{1,3}|iv|vi{0,3})\.?", re.IGNORECASE)
_NAMED_PART = re.compile(r"\s*((?:family|given|prefix|suffix)(?:-i)?|useprefix|id)\s*=\s*(.*)", re.DOTALL)
_SIMPLE = re.compile(r"([^\W\d_]\w*(?:-\w+)*), ([\w.]+(?:[ -][\w.]+)*)")
"""`Family, Given` without TeX, particles or suffixes: nearly every name."""
_AND = re.compile(r"(?:(?<=\s)|^)and(?=\s|$)")
Name = dict[str, str]


@dataclass(frozen=True)
class Names:
    """A list of CSL names, and what is wrong with it in the editor's words."""

    names: tuple[Name, ...]
    faults: tuple[str, ...] = ()


def read_names(tex: str) -> Names:
    """Read the value of a name field such as `author`."""
    faults: list[str] = []
    names = []
    texts = split_list(tex)
    for index, text in enumerate(texts):
        if not text:
            faults.append('a name is missing beside "and"')
        elif text == "others":
            faults.extend(["“others” must come last"] if index < len(texts) - 1 else [])
            names.append({"literal": "others"})
        else:
            if re.search(r"[^\\] & [A-Z]", text) and "{" not in text:
                faults.append("put “and” between names, not “&”")
            names.append(_name(text, faults))
    return Names(tuple(name for name in names if name), tuple(faults))


def split_list(tex: str) -> list[str]:
    """Split a BibTeX list at each `and` outside of braces."""
    return list(_split(tex, _AND)) if tex.strip() else []


def _split(tex: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Split where the pattern matches outside of braces; parts are stripped."""
    if "{" not in tex and "\\" not in tex:
        yield from (part.strip() for part in separator.split(tex))
        return
    depth, start = 0, 0
    tokens = re.compile(rf"\\.|[{{}}]|{separator.pattern}", re.DOTALL)
    for match in tokens.finditer(tex):
        if match[0] in ("{", "}"):
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif depth == 0 and not match[0].startswith("\\"):
            yield tex[start : match.start()].strip()
            start = match.end()
    yield tex[start:].strip()


def _name(tex: str, faults: list[str]) -> Name:
    simple = _SIMPLE.fullmatch(tex)
    if simple and simple[1][0].isupper() and not _SUFFIX.fullmatch(simple[2]):
        return {"family": simple[1], "given": simple[2]}
    if _is_one_group(tex):
        return {"literal": _text(tex)}
    parts = list(_split(tex, re.compile(",")))
    if _NAMED_PART.fullmatch(parts[0]) and "=" in parts[0]:
        return _named_parts(parts, faults)
    if len(parts) == 1:
        return _given_first(tex)
    if len(parts) == 2:
        if _SUFFIX.fullmatch(parts[1]) and " " in parts[0]:
            faults.append(f"write “Family, {parts[1]}, Given” instead of “{_text(tex)}”")
            return _given_first(parts[0]) | {"suffix": _text(parts[1])}
        return _family_first(parts[0], "", parts[1])
    if len(parts) > 3:
        faults.append(f"there are too many commas in “{_short(tex)}”; put “and” between names")
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]) and not _SUFFIX.fullmatch(parts[1]):
        faults.append(f"write “{parts[0]}, {parts[2]}, {parts[1]}”: the suffix comes second")
        return _family_first(parts[0], parts[2], parts[1])
    return _family_first(parts[0], parts[1], ", ".join(parts[2:]))


def _is_one_group(tex: str) -> bool:
    if not (tex.startswith("{") and tex.endswith("}")) or tex.startswith("{\\"):
        return False
    depth = 0
    for match in re.finditer(r"\\.|[{}]", tex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end() == len(tex)
    return True


def _text(tex: str) -> str:
    return " ".join(decode_plain(tex).replace("\u00a0", " ").replace("\u202f", " ").split())


def _short(tex: str) -> str:
    text = _text(tex)
    return text if len(text) < 60 else f"{text[:57]}..."


def _named_parts(parts: list[str], faults: list[str]) -> Name:
    """Read `family=Berg, given=Jan, prefix=van, useprefix=true`."""
    found: dict[str, str] = {}
    for part in parts:
        match = _NAMED_PART.fullmatch(part)
        if match:
            found[match[1]] = _text(match[2].strip().strip('"'))
        else:
            faults.append(f"“{_short(part)}” is none of family, given, prefix, suffix and useprefix")
    particle = "non-dropping-particle" if found.get("useprefix") == "true" else "dropping-particle"
    family, given, prefix, suffix = (found.get(part, "") for part in ("family", "given", "prefix", "suffix"))
    return _name_of(family, given, prefix, suffix, particle)


def _words(tex: str) -> list[str]:
    return [word for word in _split(tex, re.compile(r"[\s~]+")) if word]


def _is_particle(word: str) -> bool:
    """A word is a particle when its first letter outside of braces is small."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    first = next((letter for letter in decode_plain(word) if letter.isalpha()), "")
    return first.islower()


def _given_first(tex: str) -> Name:
    words = _words(tex)
    if len(words) < 2:
        return _name_of(_text(tex), "", "", "")
    particles = [i for i, word in enumerate(words[:-1]) if _is_particle(word)]
    if not particles:
        return _name_of(_text(words[-1]), _text(" ".join(words[:-1])), "", "")
    first, last = particles[0], particles[-1]
    return _name_of(
        _text(" ".join(words[last + 1 :])), _text(" ".join(words[:first])), _text(" ".join(words[first : last + 1])), ""
    )


def _family_first(family: str, suffix: str, given: str) -> Name:
    words = _words(family)
    count = 0
    while count < len(words) - 1 and _is_particle(words[count]):
        count += 1
    return _name_of(_text(" ".join(words[count:])), _text(given), _text(" ".join(words[:count])), _text(suffix))


def _name_of(family: str, given: str, particle: str, suffix: str, particle_kind: str = "non-dropping-particle") -> Name:
    """Particles stay with the family name in APA, so they are non-dropping unless an entry says otherwise."""
    name = {"family": family, "given": given, particle_kind: particle, "suffix": suffix}
    return {part: text for part, text in name.items() if text}
