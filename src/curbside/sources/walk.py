"""From paths to documents: folders walked in order, archives opened, the parsing spread over processes."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from curbside.errors import UnreadableSource
from curbside.sources.archives import DAMAGED, damaged, is_tar, members, plain
from curbside.sources.detect import read_stream
from curbside.sources.pool import Item, Reading, parsed

_WHOLE = 4 * 2**20
"""Files up to so many bytes are handed on whole; a gzipped one, which grows, up to an eighth. Larger ones are streamed."""
_ARTICLE, _MEMBER, _RECORD = 60_000, 17_500, 1_100
"""Rough bytes for one document: as a file, packed in an archive, packed in a file of records."""


def readings(paths: Sequence[Path], workers: int = 2) -> Iterator[Reading]:
    """Every document of the paths, with the name of the file or archive member it stands in; what cannot be read
    comes as the error, in its place. Order is that of the paths, and sorted by name within folders.

    With *workers* above 1, files are parsed in so many processes; their number does not change what comes out.
    Hidden files and those named LICENSE or README are passed over, unless a path names them itself."""
    return parsed(_items(paths), workers)


def passed_over(paths: Sequence[Path]) -> int:
    """How many files in the folders named are passed over: hidden ones, LICENSE and README."""
    return sum(_aside(file.name) for path in paths if path.is_dir() for file in _walked(path) if isinstance(file, Path))


def count(paths: Sequence[Path]) -> int:
    """About how many documents there are, judged by sizes alone; for a progress bar."""
    return sum(_estimate(file) for file in _files(paths) if isinstance(file, Path))


def _items(paths: Sequence[Path]) -> Iterator[Item]:
    for file in _files(paths):
        if isinstance(file, Path):
            yield from _opened(file)
        else:
            yield file


def _opened(path: Path) -> Iterator[Item]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            packed = stream.peek(2)[:2] == b"\x1f\x8b"
            content = plain(stream)
            if is_tar(content):
                for member, found in members(name, content):
                    if not _aside(member.rpartition("/")[2]):
                        yield member, found
            elif size <= (_WHOLE // 8 if packed else _WHOLE):
                stream.seek(0)
                yield name, stream.read()
            else:
                yield name, _streamed(name, content)
    except UnreadableSource as error:
        yield name, UnreadableSource(f"{name}: {error.message}", error.hint)
    except PermissionError as error:
        yield name, UnreadableSource(f"{name}: {error.strerror}", "check its permissions")
    except DAMAGED as error:
        yield name, damaged(name, error)


def _streamed(name: str, content: BinaryIO) -> Iterator[Reading]:
    return ((name, found) for found in read_stream(name, content))


def _files(paths: Sequence[Path]) -> Iterator[Path | tuple[str, UnreadableSource]]:
    for path in paths:
        if path.is_dir():
            kept = (file for file in _walked(path) if not (isinstance(file, Path) and _aside(file.name)))
            yield from kept
        else:
            yield _checked(path)


def _walked(folder: Path) -> Iterator[Path | tuple[str, UnreadableSource]]:
    """All files below, sorted; folders that cannot be listed come as errors. Hidden folders are not entered."""
    unlisted: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=unlisted.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (_checked(Path(here, name)) for name in sorted(files))
    for error in unlisted:
        yield str(error.filename), UnreadableSource(f"{error.filename}: {error.strerror}", "check its permissions")


def _checked(path: Path) -> Path | tuple[str, UnreadableSource]:
    """A regular file; anything else, a pipe for instance, could keep us waiting for ever."""
    if path.is_file():
        return path
    why = "is not a regular file" if path.exists() else "there is no such file"
    return str(path), UnreadableSource(f"{path}: {why}", "check the path")


def _aside(name: str) -> bool:
    return name.startswith((".", "LICENSE", "README"))


def _estimate(path: Path) -> int:
    suffixes = path.suffixes[-2:]
    each = _MEMBER if ".tar" in suffixes or ".tgz" in suffixes else _RECORD if ".gz" in suffixes else _ARTICLE
    return max(1, path.stat().st_size // each)
