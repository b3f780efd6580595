"""Templates, compiled and kept on disk: each with a seal, so that a damaged one is compiled again."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from macros.whole_file import write_whole


class CompiledTemplates(BytecodeCache):
    """A folder of compiled templates, which may be deleted. Two builds may use it at once."""

    def __init__(self, folder: Path, program: bytes) -> None:
        """`program` is a digest of what else decides them: filters of constants run when they are compiled."""
        self._folder = folder
        self._program = program

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept, where its seal is whole."""
        with suppress(OSError):
            kept = self._file(bucket).read_bytes()
            if self._seal(kept[32:]) == kept[:32]:
                bucket.bytecode_from_string(kept[32:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds; a cache that cannot be written to costs time, nothing else."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write_whole(self._file(bucket), self._seal(code) + code)

    def _seal(self, code: bytes) -> bytes:
        return sha256(self._program + code).digest()

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}"
