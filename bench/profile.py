"""Where our time goes, by area: `python -m bench a b d --profile`.

Time of the standard library and of built-in functions is that of whoever called them. Threads and child programs are
not profiled: the time of the typesetter stands where it is waited for, that of pandoc beside the table.
"""

import pstats
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from bench.checking import STRATEGIES
from bench.real import STRATEGY
from bench.settings import Settings
from bench.tree import QUIET, Tree, editing, invented, real, run

AREAS = {
    "YAML": ("/yaml/", "macros/sources.py", "macros/scalar_places.py", "macros/yaml_words.py"),
    "bibliography": ("macros/bibliography", "/bibtexparser/"),
    "citations": ("macros/citations", "/pypandoc/"),
    "PDFs and Word": ("macros/print", "/typst/", "/zxingcpp"),
    "search": ("macros/search",),
    "files beside pages": ("macros/exports", "macros/downloads.py"),
    "rules on wording": ("macros/wording", "macros/evidence_rules.py"),
    "rules on texts": ("macros/text_rules.py", "macros/markup.py", "macros/occurrences.py", "macros/lint.py"),
    "model": ("/pydantic", "macros/model", "macros/validation.py", "macros/entries.py", "macros/handbook"),
    "Markdown of fields": ("/markdown_it/", "/mdurl/", "macros/prose.py"),
    "views": ("macros/views", "macros/page_html.py", "macros/page_macros.py", "macros/authored.py", "macros/templates"),
    "Markdown of pages": ("/markdown/", "/pymdownx/"),
    "Jinja": ("/jinja2/", "<template>", "/markupsafe/", "docs/overrides", "material/templates"),
    "reading programs": ("<frozen importlib",),
    "rest of the generator": ("/macros/",),
    "MkDocs": ("/mkdocs/", "/mkdocs_macros/", "/material/"),
}
"""Area -> words in the paths of its files; the first that fits counts."""
_RUN = """
import cProfile, resource, runpy, sys, time
out, module, *sys.argv[1:] = sys.argv[1:]
profile = cProfile.Profile(time.process_time)
try:
    profile.runcall(runpy.run_module, module, run_name="__main__", alter_sys=True)
except SystemExit:
    pass
profile.dump_stats(out)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(out + ".children", "w").write(str(used.ru_utime + used.ru_stime))
"""
Function = tuple[str, int, str]


def report(letter: str, settings: Settings) -> None:
    """Print where the time of a part goes."""
    for name, tree, words in _cases(letter, settings):
        out = settings.folder(f"profile-{letter}-{name.replace(' ', '-')}")
        run((sys.executable, "-c", _RUN, str(out), *words), tree.root, QUIET)
        children = float(Path(f"{out}.children").read_text("utf-8"))
        print(f"\n({letter}) {name}: {' '.join(words[:2])}; child programs (pandoc) {children:.2f} CPU-s beside")
        _print(pstats.Stats(str(out)))


def _cases(letter: str, settings: Settings) -> Iterator[tuple[str, Tree, tuple[str, ...]]]:
    build = ("mkdocs", "build", "--strict", "--site-dir")
    if letter == "a":
        tree = real(settings.folder("profile-real"))
        yield "cold", tree, (*build, str(settings.folder("site-cold")))
        editing(tree.root / STRATEGY[0], STRATEGY[1])()
        yield "one strategy edited", tree, (*build, str(settings.folder("site-warm")))
    if letter == "b":
        tree = invented(settings.folder("profile-large"), 1000)
        tree.build()
        tree.forget("citations", "exports", "templates")
        yield "PDFs kept", tree, (*build, str(settings.folder("site-cited")))
        yield "citations kept too", tree, (*build, str(settings.folder("site-kept")))
    if letter == "d":
        yield "1,000 entries", invented(settings.folder("profile-entries"), STRATEGIES), ("macros", "check")


def _print(stats: pstats.Stats) -> None:
    functions: Mapping[Function, tuple] = stats.stats  # type: ignore[attr-defined, type-arg]
    spent = by_area(functions)
    for area, seconds in spent.most_common():
        print(f"  {seconds:8.2f} CPU-s  {100 * seconds / spent.total():5.1f} %  {area}")
    print("  costliest functions of our own, with all that they call:")
    ours = [(figures[3], name) for name, figures in functions.items() if "/macros/" in name[0]]
    for seconds, (file, line, function) in sorted(ours, reverse=True)[:25]:
        print(f"  {seconds:8.2f} CPU-s  macros/{file.partition('/macros/')[2]}:{line} {function}")


def by_area(functions: Mapping[Function, tuple]) -> Counter[str]:  # type: ignore[type-arg]
    """Return area -> CPU seconds; `functions` is what pstats holds: calls, time of its own, time in all, callers."""

    @cache
    def shares(function: Function, depth: int = 0) -> Mapping[str, float]:
        own = next((area for area, parts in AREAS.items() if any(part in function[0] for part in parts)), None)
        callers = functions[function][4]
        if own or not callers or depth > 12:
            return {own or "Python itself": 1.0}
        weights = {caller: max(figures[3], 1e-9) for caller, figures in callers.items() if caller != function}
        found: Counter[str] = Counter()
        for caller, weight in weights.items():
            for area, share in shares(caller, depth + 1).items():
                found[area] += share * weight / sum(weights.values())
        return found or {"Python itself": 1.0}

    spent: Counter[str] = Counter()
    for function, figures in functions.items():
        for area, share in shares(function).items():
            spent[area] += share * figures[2]
    return spent
