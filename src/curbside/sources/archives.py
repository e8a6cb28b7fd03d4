"""Reading packed files without unpacking them to disk, and without being filled up by a hostile one."""

import io
import tarfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from isal import igzip, isal_zlib

from curbside.errors import UnreadableSource

MOST_BYTES = 64 * 2**20
"""Largest single document, unpacked."""
MOST_RATIO = 100
"""Beyond `MOST_BYTES`, unpacked bytes for one packed byte; XML and JSON pack some ten to thirty times."""
DAMAGED = (EOFError, OSError, tarfile.TarError)
"""What the readers of packed files raise."""

_ISAL_ERROR = cast(type[Exception], isal_zlib.error)


def plain(stream: BinaryIO) -> io.BufferedReader:
    """The stream as it is, or, when it is gzipped, what it unpacks to; reading that raises `UnreadableSource` when it
    grows out of all proportion. Reading may raise any of `DAMAGED`."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    return io.BufferedReader(_Unzipped(buffered), 2**18) if buffered.peek(2)[:2] == b"\x1f\x8b" else buffered


def is_tar(stream: io.BufferedReader) -> bool:
    """Whether a stream made by `plain` is a tar archive; nothing is taken from it."""
    return stream.peek(512)[257:262] == b"ustar"


def members(name: str, stream: BinaryIO) -> Iterator[tuple[str, bytes | UnreadableSource]]:
    """The regular files of a tar archive, in its order, named under the archive's *name*. Links and devices are
    refused and never followed; nothing is written anywhere, so a path that points outside is only a name."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                if not member.isdir():
                    full = f"{name}/{member.name}"
                    yield full, _content(full, archive, member)
    except UnreadableSource as error:
        yield name, UnreadableSource(f"{name}: {error.message}", error.hint)
    except DAMAGED as error:
        yield name, damaged(name, error)


def damaged(name: str, error: Exception) -> UnreadableSource:
    """A file that ends too early or is no longer what was packed."""
    return UnreadableSource(f"{name}: breaks off or is damaged: {error}", "fetch the file again")


def _content(name: str, archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes | UnreadableSource:
    if not member.isfile():
        return UnreadableSource(f"{name}: is a link or device in an archive; it is not followed", "add the file itself")
    if member.size > MOST_BYTES:
        return UnreadableSource(f"{name}: is larger than {MOST_BYTES // 2**20} MiB", "split it into its documents")
    content = archive.extractfile(member)
    return content.read() if content else b""


class _Unzipped(io.RawIOBase):
    """Gunzips, counting."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__()
        self._packed = _Counted(packed)
        self._unpacked = igzip.GzipFile(fileobj=self._packed)  # type: ignore[no-untyped-call]  # isal has no types
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # narrower than any buffer
        # One piece at a time: of a file that breaks off, what came before the break is still given.
        try:
            taken = self._unpacked.read1(len(buffer))
        except (zlib.error, _ISAL_ERROR) as error:
            raise OSError(str(error)) from error
        buffer[: len(taken)] = taken
        self._given += len(taken)
        if self._given > max(MOST_BYTES, MOST_RATIO * self._packed.taken):
            raise UnreadableSource(
                f"unpacks to more than {MOST_RATIO} times its size", "unpack it and look at what it is"
            )
        return len(taken)


class _Counted(io.RawIOBase):
    """Counts the bytes taken from a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # narrower than any buffer
        content = self._stream.read(len(buffer))
        buffer[: len(content)] = content
        self.taken += len(content)
        return len(content)
