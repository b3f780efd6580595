"""Changes to several files that happen together or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from macros.commands.journal import noted
from macros.stopping import undisturbed
from macros.whole_file import write_whole


@dataclass
class Rewriting:
    """New contents of files below `root`; None stands for a file that is taken away. Line ends stay as they are."""

    root: Path
    _new: dict[str, bytes | None] = field(default_factory=dict)

    def text(self, file: str) -> str:
        """Return what a file will hold, or an empty text where there is none."""
        if file in self._new:
            return (self._new[file] or b"").decode()
        path = self.root / file
        return path.read_bytes().decode() if path.is_file() else ""

    def write(self, file: str, text: str) -> None:
        """Give a file another content."""
        self._new[file] = text.encode()

    def move(self, file: str, to: str) -> None:
        """Give a file another name."""
        self.write(to, self.text(file))
        self._new[file] = None

    def remove(self, file: str) -> None:
        """Take a file away."""
        self._new[file] = None

    @contextmanager
    def carried_out(self) -> Iterator[None]:
        """Change the files; where the block or a change fails, put every one back and let the failure pass on.

        Where the program dies meanwhile, the next command puts them back. Raises Refused while another is at work.
        """
        old = {file: self._held(file) for file in self._new}
        with noted(self.root, old, self._new) as settle:
            try:
                for file, data in self._new.items():
                    self._put(file, data)
                yield
            except BaseException:
                with undisturbed():
                    for file, data in old.items():
                        self._put(file, data)
                    settle()
                raise
            settle()

    def _held(self, file: str) -> bytes | None:
        path = self.root / file
        return path.read_bytes() if path.is_file() else None

    def _put(self, file: str, data: bytes | None) -> None:
        path = self.root / file
        if data is None:
            path.unlink(missing_ok=True)
        elif self._held(file) != data:
            write_whole(path, data)
