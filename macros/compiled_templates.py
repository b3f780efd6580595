"""The theme's templates, compiled and kept on disk: each with a seal, so that a damaged one is compiled again."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from macros.whole_file import write_whole


class CompiledTemplates(BytecodeCache):
    """A folder of compiled templates, which may be deleted. Two builds may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept, where its seal is whole."""
        with suppress(OSError):
            kept = self._file(bucket).read_bytes()
            if sha256(kept[32:]).digest() == kept[:32]:
                bucket.bytecode_from_string(kept[32:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds; a cache that cannot be written to costs time, nothing else."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write_whole(self._file(bucket), sha256(code).digest() + code)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}"
