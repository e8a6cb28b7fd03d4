"""Parsing in several processes, with the order kept and the memory bounded."""

import io
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import BinaryIO, cast

from curbside.errors import UnreadableSource
from curbside.model.document import Document
from curbside.sources.archives import plain
from curbside.sources.detect import read_stream

Reading = tuple[str, Document | UnreadableSource]
Item = tuple[str, bytes | UnreadableSource | Iterator[Reading]]
"""A file's name and its content; or why it has none; or, for one too large to hand on, its readings as they come."""
Batch = list[tuple[str, bytes]]

_BATCH_BYTES = 2 * 2**20
_WAITING = 3
"""Batches under way for each process: enough to keep it busy, few enough to hold in memory."""


def parsed(items: Iterable[Item], workers: int) -> Iterator[Reading]:
    """The readings of all items, in order. With one worker, or little to do, no process is started."""
    with _Pool(workers) as pool:
        batch: Batch = []
        for name, content in items:
            if isinstance(content, bytes):
                batch.append((name, content))
                if workers == 1 or sum(len(held) for _, held in batch) >= _BATCH_BYTES:
                    yield from pool.take(batch)
                    batch = []
                continue
            yield from pool.take(batch)
            batch = []
            yield from pool.rest()
            if isinstance(content, UnreadableSource):
                yield name, content
            else:
                yield from content
        yield from pool.last(batch)


def read_batch(batch: Batch) -> list[Reading]:
    """The readings of some files, with digests reckoned, so that the main process need not."""
    readings = []
    for name, content in batch:
        for found in read_stream(name, plain(cast(BinaryIO, io.BytesIO(content)))):
            if isinstance(found, Document):
                _ = found.digest
            readings.append((name, found))
    return readings


class _Pool:
    """Processes that are started when there is more than one batch, and ended with the `with` block."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor: ProcessPoolExecutor | None = None
        self._waiting: deque[tuple[Batch, Future[list[Reading]]]] = deque()

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def take(self, batch: Batch) -> Iterator[Reading]:
        """Takes a batch in; gives back readings once enough is waiting."""
        if self._workers == 1:
            yield from read_batch(batch)
            return
        if batch:
            self._waiting.append((batch, self._submitted(batch)))
        while len(self._waiting) > _WAITING * self._workers:
            yield from self._oldest()

    def rest(self) -> Iterator[Reading]:
        """All readings still waiting."""
        while self._waiting:
            yield from self._oldest()

    def last(self, batch: Batch) -> Iterator[Reading]:
        """Takes the last batch and gives back all that is left."""
        if self._executor is None:
            yield from read_batch(batch)
            return
        yield from self.take(batch)
        yield from self.rest()

    def _oldest(self) -> Iterator[Reading]:
        batch, future = self._waiting.popleft()
        try:
            yield from future.result()
        except BrokenProcessPool:
            # One file killed its process, and with it all that was waiting: each file is tried in a process of its own.
            for name, content in batch:
                yield from _alone(name, content)

    def _submitted(self, batch: Batch) -> "Future[list[Reading]]":
        try:
            return self._running().submit(read_batch, batch)
        except BrokenProcessPool:
            self._executor = None
            return self._running().submit(read_batch, batch)

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = _processes(self._workers)
        return self._executor


def _alone(name: str, content: bytes) -> list[Reading]:
    with _processes(1) as executor:
        try:
            return executor.submit(read_batch, [(name, content)]).result()
        except BrokenProcessPool:
            refused = UnreadableSource(f"{name}: reading it ended the reading process", "report this file as a defect")
            return [(name, refused)]


def _processes(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the index and the store hold threads and locks that a fork would copy.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C goes to the whole group; the main process ends the others in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
