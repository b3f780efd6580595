"""The handbook's generator. As a module of mkdocs-macros it defines what a page may call."""

from collections.abc import Callable
from typing import Any


def define_env(env: Any) -> None:
    """Give every page the macros of `macros.page_macros`, and virtual pages the one that writes them whole."""
    from macros.page_macros import PAGE_MACROS, PageMacro
    from macros.pages import TEXT

    def site_now() -> Any:
        """Return the site as it was read last: a preview reads it again after each edit."""
        return env.conf.handbook_site

    def of_this_page(macro: PageMacro) -> Callable[..., str]:
        return lambda *words, **named: str(site_now().call(env.page.file.src_uri, macro, *words, **named))

    for name, macro in PAGE_MACROS.items():
        env.macro(of_this_page(macro), name)
    env.macro(lambda: str(site_now().whole_page(env.page.file.src_uri)), TEXT.strip("{ ()}"))
