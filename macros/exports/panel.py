"""What a reader opens to cite a page: HTML that needs no script and stands as one block inside Markdown."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from macros.citations.answer import Rendered
from macros.citations.style import STYLES
from macros.exports.page_citation import page_bibtex
from macros.exports.page_record import PageRecord

FILES = {".bib": "BibTeX", ".ris": "RIS", ".csl.json": "CSL-JSON"}
"""End of a file's name -> what the format is called."""


def cite_panel(record: PageRecord, citations: Mapping[str, Rendered], exports: str = "") -> Markup:
    """Return "Cite this page"; `exports` is the URL, without its ending, of the files of works that the page cites."""
    rows = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(STYLES[style].title, _one_line(Markup(one.html)))
        for style, one in citations.items()
    )
    held = "The work that this page describes" if record.work else "All works cited on this page"
    links = Markup("<p>{}: {}</p>").format(held, export_links(exports)) if exports else Markup("")
    return Markup(
        '<details class="hb-cite"><summary>Cite this page</summary>'
        '<dl class="hb-cite__styles">{}<dt>BibTeX</dt>'
        '<dd><pre class="hb-cite__bibtex" tabindex="0" role="group" aria-label="BibTeX">{}</pre></dd></dl>{}</details>'
    ).format(rows, _preformatted(page_bibtex(record)), links)


def export_links(base: str) -> Markup:
    """Return links to the three files whose URL is `base` with an ending."""
    link = Markup('<a href="{}{}" download>{} ({})</a>')
    files = [link.format(base, ending, name, ending) for ending, name in FILES.items()]
    return Markup('<span class="hb-exports">{}</span>').format(Markup(" · ").join(files))


def _preformatted(text: str) -> Markup:
    """Line ends become character references: an empty or indented line would end the block in Markdown."""
    return Markup(str(escape(text.strip())).replace("\n", "&#10;"))


def _one_line(html: Markup) -> Markup:
    return Markup(" ".join(html.split()))
