"""HTML that macros put on an authored page waits beside its Markdown: no parser has to read it again."""

import re
from dataclasses import dataclass, field

from macros.page_html import HEADING, ids_of

_STAND_IN = re.compile("<div>\ue002(\\d+)\ue003</div>")
_BLOCK = re.compile(r"\s*<(?:article|aside|details|div|dl|figure|form|nav|ol|p|section|table|ul)\b")


@dataclass
class Aside:
    """The blocks of one page, in the order in which they were put aside."""

    blocks: list[str] = field(default_factory=list)

    def put(self, text: str) -> str:
        """Return what a macro wrote with a stand-in for each block of HTML; headings and words in a line stay."""
        parts: list[str] = [""]
        for line in text.split("\n"):
            if HEADING.match(line):
                parts += [line, ""]
            else:
                parts[-1] += f"{line}\n"
        return "\n\n".join(self._stand_in(part) if _BLOCK.match(part) else part for part in parts)

    def restore(self, html: str) -> str:
        """Return a page with its blocks where their stand-ins are."""
        return _STAND_IN.sub(lambda match: self.blocks[int(match[1])], html)

    def holds(self, words: str) -> bool:
        """Return whether a block holds these words."""
        return any(words in block for block in self.blocks)

    @property
    def ids(self) -> frozenset[str]:
        """Every id that a link to the page may name, of those in its blocks."""
        return ids_of("\n".join(self.blocks))

    def _stand_in(self, block: str) -> str:
        self.blocks.append(block.strip("\n"))
        return f"<div>\ue002{len(self.blocks) - 1}\ue003</div>"
