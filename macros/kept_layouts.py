"""Whole pages, kept from build to build: the theme is asked again only where what it is given has changed.

It took a third of a build in which one entry had changed.
"""

from hashlib import sha256
from typing import Any

from jinja2 import Environment, Template

from macros.kept_files import KeptFiles


def keep_layouts(environment: Environment, files: KeptFiles, around: object) -> None:
    """Keep in `files` what the theme's templates make of pages.

    `around` is whatever decides all of them: the sources of the templates, the settings and the program.
    """
    outside = sha256(repr(around).encode()).digest()

    class Layout(Template):
        def render(self, *args: Any, **named: Any) -> str:
            given = dict(*args, **named)
            if given.get("page") is None:
                return super().render(given)
            make = super().render
            name = f"{self.name} {given['page'].url}"
            return files.fetch(name, outside + _given(**given), lambda: make(given).encode()).decode()

    environment.template_class = Layout


def _given(page: Any, nav: Any, base_url: str, **_: object) -> bytes:
    """Return all that a template may show of a page and of the navigation around it."""
    near = [other and (other.title, other.url) for other in (page.previous_page, page.next_page)]
    path = [section.title for section in page.ancestors]
    own = (page.title, page.content, page.meta, str(page.toc), page.url, page.update_date, page.is_homepage)
    return repr((own, page.canonical_url, page.edit_url, near, path, str(nav), base_url)).encode()
