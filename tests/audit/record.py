"""The record of an audit, which the accessibility statement draws."""

import sys

import yaml

from macros.downloads import latest_review
from macros.handbook import Handbook
from macros.views.audited import RECORD as PLACE
from macros.views.audited import Audit, Axe, Html, Structure, audited
from tests.audit.axe import MODES, TAGS, WIDTHS
from tests.audit.everywhere import Found
from tests.audit.npm import Missing, version
from tests.audit.nu import html_errors
from tests.audit.site import ROOT, SITE, pages
from tests.audit.structure import RULES, read

RECORD = ROOT / PLACE
_HEAD = "# Written by `make audit`; the accessibility statement draws it.\n"


def record_of(found: Found, handbook: Handbook) -> str:
    """Return what a run found, with the checks that read files only, as YAML."""
    audit = Audit(
        content=latest_review(handbook),
        pages=tuple(sorted(found.pages)),
        axe=Axe(
            version=version("axe-core"),
            browser=found.browser,
            rules=found.rules,
            tags=TAGS,
            widths=tuple(WIDTHS),
            modes=tuple(mode.name for mode in MODES),
            violations=len(found.violations),
        ),
        structure=Structure(rules=tuple(rule.__name__ for rule in RULES), broken=_broken()),
        html=_html(),
    )
    return _HEAD + yaml.safe_dump(audit.model_dump(mode="json"), sort_keys=False, allow_unicode=True, width=100)


def clean_pages(handbook: Handbook) -> tuple[str, ...]:
    """Return the pages that an earlier run found clean, if it saw this content with this axe; else none."""
    before = audited(ROOT)
    if before is None or before.axe.violations or before.axe.version != version("axe-core"):
        return ()
    return tuple(page for page in before.pages if page in pages()) if before.content == latest_review(handbook) else ()


def _broken() -> int:
    parsed = [read(page, SITE) for page in pages()]
    found = [f"{page.page}: {what}" for page in parsed for rule in RULES for what in rule(page)]
    print(*found, sep="\n", end="\n" if found else "")
    return len(found)


def _html() -> Html | None:
    try:
        errors = html_errors(SITE)
    except Missing as reason:
        print(f"HTML was not checked: {reason}", file=sys.stderr)
        return None
    print(*errors, sep="\n", end="\n" if errors else "")
    return Html(version=version("vnu-jar"), errors=len(errors))
