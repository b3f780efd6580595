"""Translates the events of MkDocs: the only file that knows the host.

Order: this file reads content before the macros plugin starts, marks citations before macros run and draws them after.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from macros.authored import draw, mark
from macros.citations.style import UnknownStyle
from macros.compiled_templates import CompiledTemplates
from macros.content_policy import OwnScripts, foreign_script, own_scripts, with_policy
from macros.frame import Frames
from macros.garbage import keep_for_good, search_seldom
from macros.kept_files import KeptFiles
from macros.kept_layouts import keep_layouts
from macros.last_build import LastBuild, beside_pages
from macros.live_html import acts_in_page
from macros.offline_copy import lead_to_files
from macros.page_html import page_html
from macros.page_keys import code
from macros.pages import TEXT
from macros.preview import Preview, see_soon
from macros.problems import ProblemsFound
from macros.report import report
from macros.search.offline import write_offline
from macros.search.web import FOLDER, write_web
from macros.shared_parts import SharedParts
from macros.site import Site, read_site, settings_of
from macros.theme_files import list_fewer_files, page_templates

log = get_plugin_logger("handbook")
_FIRST, _LAST = 100, -100
_preview: list[bool] = []
_drawings: dict[str, list[str]] = {}
_templates: list[Environment] = []
_scripts: list[OwnScripts] = []
_last = LastBuild()
_hosted: list[tuple[MkDocsConfig, Files, Navigation]] = []
"""What the host made for the last build of the whole site."""
_frames = Frames()
_parts = SharedParts()


@event_priority(_FIRST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check content before anything else; a build ends here where it has errors."""
    site = _as_saved(config)
    config.handbook_site = site  # type: ignore[attr-defined]
    list_fewer_files(config.theme)  # type: ignore[arg-type] # a method of a class cannot be set, in types
    if site.offline:
        lead_to_files(config)
    return config


def _as_saved(config: MkDocsConfig) -> Site:
    root = Path(config.config_file_path).parent
    try:
        beside = beside_pages(root) if any(_preview) else {}
        site = read_site(root, settings_of(config, any(_preview)), log.info)
        site.beside = beside
        log.info(f"notes: {site.notes}; files beside the pages: {len(site.downloads.files)}")
    except ProblemsFound as found:
        raise Abort(f"\n{report(found.problems, root)}") from None
    except UnknownStyle as problem:
        raise Abort(f"mkdocs.yml: {problem}") from None
    return site


@event_priority(_LAST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that exist because of content; the pencil of each opens the file that it is made from."""
    site = _site(config)
    root = Path(config.config_file_path).parent
    for page in site.virtual.values():
        # Entries stay out of the navigation, whose cost grows with the square of its length.
        listed = InclusionLevel.INCLUDED if page.id is None else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.path, abs_src_path=str(root / page.source), inclusion=listed)
        file.edit_uri = f"../{page.source}"
        files.append(file)
    for path, made in site.downloads.files.items():
        given = {"content": made} if isinstance(made, bytes) else {"abs_src_path": str(made)}
        files.append(File.generated(config, path, **given))
    site.locate = lambda address, path: _url(files, address, path)
    for file in _stale(files, site) if any(_preview) else ():
        file.is_modified = lambda: True  # type: ignore[method-assign] # else it looks at the time of its own file alone
    return files


def _stale(files: Files, site: Site) -> list[File]:
    stale = _last.owe(site.handbook, site.beside)
    return [file for file in files.documentation_pages() if stale is None or file.src_uri in stale]


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """A page is as old as its content; one made from content is HTML already, which no Markdown parser reads again."""
    page.update_date = _site(config).downloads.day(page.file.src_uri).isoformat()
    if page.file.src_uri in _site(config).virtual:
        page.render = lambda config, files: _render(page)  # type: ignore[method-assign]
    return page


def _render(page: Page) -> None:
    made = page_html(page.markdown or "")
    page.content = made.html
    page.toc = get_toc([heading.token for heading in made.headings])  # type: ignore[misc] # its type has no name
    page.present_anchor_ids = set(made.ids)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text of a virtual page is the one macro call that writes it."""
    return TEXT if page.file.src_uri in _site(config).virtual else None


@event_priority(_FIRST)
def _mark_citations(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Open the page; put marks where an authored page cites, so that no citation passes through Jinja."""
    path = page.file.src_uri
    site = _site(config)
    prose = site.open_page(path)
    if path in site.virtual:
        return markdown
    marked = mark(markdown, prose)
    _drawings[path] = marked.drawings
    return marked.text


@event_priority(_LAST)
def _draw_citations(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Draw the citations of an authored page; describe every page, with its words escaped: the theme does not."""
    site, path = _site(config), page.file.src_uri
    made = site.described(path)
    description = made.description if made else str(page.meta.get("description", ""))
    page.meta["hb_head"] = str(site.downloads.head(path, description))
    if made is None:
        page.meta.update({name: str(escape(page.meta[name])) for name in ("title", "description") if name in page.meta})
        aside = site.aside(path)
        drawn = draw(markdown, _drawings.pop(path, []), site.handbook, site.page(path), aside)
        return drawn + aside.put(site.foot(path))
    page.meta["title"] = str(escape(made.title))
    page.meta["description"] = str(escape(made.description))
    return markdown


on_page_markdown = CombinedEvent(_mark_citations, _draw_citations)  # type: ignore[arg-type] # typed for methods


@event_priority(_FIRST)
def _restore_html(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Put the HTML of macros where it stands on an authored page."""
    aside = _site(config).aside(page.file.src_uri)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *aside.ids}
    return aside.restore(html)


@event_priority(_LAST)
def _refuse_acts(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Nothing on a page may run, load from elsewhere or lead astray, whatever made it: this is asked last, of all."""
    for act in acts_in_page(html):
        raise Abort(f"{page.file.src_uri}: the {act.kind} {act.sign[:60]!r} must not stand on a page")
    return html


on_page_content = CombinedEvent(_restore_html, _refuse_acts)  # type: ignore[arg-type] # typed for methods


def on_post_build(config: MkDocsConfig) -> None:
    """Write what search needs; a preview does so once, since its folder stays, and then finds pages as they were."""
    site, site_dir = _site(config), Path(config.site_dir)
    if site.offline:
        write_offline(site.handbook, site.handbook.docs, site_dir)
    elif not (any(_preview) and (site_dir / FOLDER).is_dir()):
        write_web(site.handbook, site.handbook.docs, site_dir)
    _last.paid(site.used)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep what the host has made: a preview draws it again around the pages that an edit made stale."""
    _hosted[:] = [(config, files, nav)]
    _frames.clear()
    macros = config.plugins["macros"].env  # type: ignore[attr-defined] # every plugin is typed as any plugin
    macros.from_string = lru_cache(maxsize=4096)(macros.from_string)  # the call of a page is what it was


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep what the theme makes; let it link to a page by its file: {{ page_url("about/privacy.md") | url }}."""

    def page_url(path: str) -> str:
        file = files.get_file_from_path(path)
        if file is None:
            raise Abort(f"docs/overrides: there is no page {path}")
        return file.url

    if any(_preview):
        _scripts[:] = _scripts or [own_scripts(page_templates(env).values())]
        env.auto_reload = True
        env = (_templates or [env])[0]
        _templates[:] = [env]
    else:
        sources = page_templates(env)
        _scripts[:] = [own_scripts(sources.values())]
        _keep(env, config, sources)
    _parts.clear()
    env.globals.update(page_url=page_url, shared=_parts.shared)
    return env


def _keep(env: Environment, config: MkDocsConfig, sources: dict[str, str]) -> None:
    """Keep in the cache the theme's templates as they are compiled, and what they make of pages."""
    file = Path(config.config_file_path)
    cache = file.parent / ".cache"
    env.bytecode_cache = CompiledTemplates(cache / "templates", code())
    around = (sources, file.read_text("utf-8"), _site(config).offline, code())
    keep_layouts(env, KeptFiles(cache / "layouts"), around)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """While a build fails, go on with the last good site, and say in the browser what is wrong."""
    preview = Preview(server.get_app())  # type: ignore[arg-type] # the standard library's type asks for more than PEP 3333
    server.set_app(preview)
    keep_for_good()
    server.builder = preview.telling(lambda: _follow(builder), Abort, log.error)
    see_soon(server, [config.docs_dir, config.config_file_path])
    return server


def _follow(builder: Callable[..., None]) -> None:
    """Build the pages that an edit made stale and nothing else, or the whole site where more has changed."""
    config, files, nav = _hosted[0]
    site = _as_saved(config)
    if not _last.has_the_pages_of(site.handbook, site.beside):
        return builder()
    config.handbook_site = site  # type: ignore[attr-defined]
    site.locate = lambda address, path: _url(files, address, path)
    _parts.clear()
    pages = [file.page for file in _stale(files, site) if file.page]
    for page in pages:
        _populate_page(page, config, files)
    for page in pages:
        if framed := _frames.around(page):
            write_file(on_post_page(framed, page, config).encode(), page.file.abs_dest_path)
        else:
            _build_page(page, config, [], nav, _templates[0])
    _last.paid(site.used)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give each page its policy."""
    if any(_preview):
        _frames.keep(page, output)
    return _with_policy(output, config, page.file.src_uri)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the page of unknown addresses its policy as well."""
    return _with_policy(output_content, config, template_name) if template_name.endswith(".html") else output_content


def _with_policy(output: str, config: MkDocsConfig, name: str) -> str:
    """A script that is none of the theme's own ends the build: the policy would allow it.

    No policy in a preview, which adds a script to each page, nor from a folder, where every address counts as foreign.
    """
    if foreign := foreign_script(output, _scripts[0]):
        raise Abort(f"{name}: this script is none of the theme's own: {foreign.strip()[:60]!r}")
    return output if any(_preview) or _site(config).offline else with_policy(output)


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a preview; that this event is here makes MkDocs keep the module between its builds."""
    search_seldom()
    _preview[:] = [command == "serve"]


def _site(config: MkDocsConfig) -> Site:
    site: Site = config.handbook_site  # type: ignore[attr-defined]
    return site


def _url(files: Files, address: str, path: str) -> str:
    """Return the URL of an address, such as /strategies/x.md#steps, relative to the page at `path`."""
    target, hash_, anchor = address.partition("#")
    here, there = files.src_uris.get(path), files.src_uris.get(target.lstrip("/"))
    if here is None or there is None:
        raise Abort(f"{path}: there is no {target}")
    return f"{there.url_relative_to(here)}{hash_}{anchor}"
