"""The handbook's generator. As a module of mkdocs-macros it defines what a page may call."""

from collections.abc import Callable
from typing import Any


def define_env(env: Any) -> None:
    """Give every page the macros of `macros.page_macros`, and virtual pages the two that write them whole."""
    from macros.page_macros import PAGE_MACROS, PageMacro
    from macros.views.meeting import meeting_page
    from macros.views.page import entry_page, index_page

    def site_now() -> Any:
        """Return the site as it was read last: a preview reads it again after each edit."""
        return env.conf.handbook_site

    def of_this_page(macro: PageMacro) -> Callable[..., str]:
        return lambda *words, **named: str(site_now().call(env.page.file.src_uri, macro, *words, **named))

    def whole_entry(folder: str, id: str) -> str:
        site, path = site_now(), env.page.file.src_uri
        page = entry_page(site.handbook, site.page(path), folder, id, site.links(path))
        site.describe(path, page)
        return page.body

    def whole_index(folder: str) -> str:
        site, path = site_now(), env.page.file.src_uri
        page = index_page(site.handbook, site.page(path), folder, site.links(path))
        site.describe(path, page)
        return page.body

    def whole_meeting(guide_id: str, number: int) -> str:
        site, path = site_now(), env.page.file.src_uri
        page = meeting_page(site.handbook, site.page(path), guide_id, number)
        site.describe(path, page)
        return page.body

    for name, macro in PAGE_MACROS.items():
        env.macro(of_this_page(macro), name)
    env.macro(whole_entry, "entry_page")
    env.macro(whole_index, "index_page")
    env.macro(whole_meeting, "meeting_page")
