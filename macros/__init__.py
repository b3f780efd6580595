"""The handbook's generator. As a module of mkdocs-macros it defines what a page may call."""

from collections.abc import Callable
from functools import cache
from typing import Any


def define_env(env: Any) -> None:
    """Give every page the macros of `macros.page_macros`, and virtual pages the one that writes them whole."""
    from macros.page_macros import PAGE_MACROS, PageMacro
    from macros.pages import TEXT

    site = env.conf.handbook_site

    def of_this_page(macro: PageMacro) -> Callable[..., str]:
        return lambda *words, **named: str(site.call(env.page.file.src_uri, macro, *words, **named))

    for name, macro in PAGE_MACROS.items():
        env.macro(of_this_page(macro), name)
    env.macro(lambda: str(site.whole_page(env.page.file.src_uri)), TEXT.strip("{ ()}"))


def on_pre_page_macros(env: Any) -> None:
    """Let a text that many pages have be compiled once."""
    if not hasattr(env.env.from_string, "cache_info"):
        env.env.from_string = cache(env.env.from_string)
