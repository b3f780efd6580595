"""The handbook's generator. As a module of mkdocs-macros it defines what a page may call."""

from collections.abc import Callable
from typing import Any


def define_env(env: Any) -> None:
    """Give every page the macros of `macros.page_macros`, and virtual pages the two that write them whole."""
    from macros.page_macros import PAGE_MACROS, PageMacro
    from macros.prose import Prose
    from macros.views.meeting import meeting_page
    from macros.views.page import Page, entry_page, index_page

    def site_now() -> Any:
        """Return the site as it was read last: a preview reads it again after each edit."""
        return env.conf.handbook_site

    def of_this_page(macro: PageMacro) -> Callable[..., str]:
        return lambda *words, **named: str(site_now().call(env.page.file.src_uri, macro, *words, **named))

    def made(write: Callable[[Prose, dict[str, str]], Page]) -> str:
        return str(site_now().make(env.page.file.src_uri, write))

    def whole_entry(folder: str, id: str) -> str:
        return made(lambda prose, links: entry_page(prose.handbook, prose, folder, id, links))

    def whole_index(folder: str) -> str:
        return made(lambda prose, links: index_page(prose.handbook, prose, folder, links))

    def whole_meeting(guide_id: str, number: int) -> str:
        return made(lambda prose, links: meeting_page(prose.handbook, prose, guide_id, number))

    for name, macro in PAGE_MACROS.items():
        env.macro(of_this_page(macro), name)
    env.macro(whole_entry, "entry_page")
    env.macro(whole_index, "index_page")
    env.macro(whole_meeting, "meeting_page")
