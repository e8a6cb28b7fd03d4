"""How fast do documents go in, how much memory does that take, and how large is the library beside its texts?

    CURBSIDE_TEST_DATA=... python -m benchmarks.ingest [--workers 1 2]

Each run makes a throw-away library of the full texts, records and guidelines of the test data, in a process of its own.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from curbside.app import open_app
from curbside.model.document import DocumentId

SOURCES = (
    "evidence_inference/jats_ccby.tar.gz",
    "jats_other",
    "pubmed_xml",
    "guidelines/nstg2022/json",
    "guidelines/uspstf/recommendations.jsonl",
)
"""Below CURBSIDE_TEST_DATA."""


def measured(home: Path, workers: int) -> None:
    """Makes the library of `home` and prints one line about it."""
    paths = [Path(os.environ["CURBSIDE_TEST_DATA"]) / source for source in SOURCES]
    with open_app({"CURBSIDE_WORKERS": str(workers)}, str(home)) as app:
        begun = time.perf_counter()
        counts = app.add(paths, lambda _: None)
        took_s = time.perf_counter() - begun
        begun = time.perf_counter()
        again = app.add(paths, lambda _: None)
        again_s = time.perf_counter() - begun
        documents = sum(1 for _ in app.documents())
        text = sum(len(app.store.document(DocumentId(held.id)).text.encode()) for held in app.documents())
    disk = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"workers {workers}: {documents} documents, {counts['refused']} refused, {took_s:.1f} s, "
        f"{documents / took_s:.0f} documents/s, {text / took_s / 2**20:.1f} MiB of text/s; "
        f"peak memory {own:.0f} MiB, largest reading process {children:.0f} MiB; "
        f"on disk {disk / text:.2f} times the text ({text / 2**20:.0f} MiB); "
        f"the same again ({again['unchanged']} unchanged) in {again_s / took_s:.2f} of the time"
    )


def main(arguments: Sequence[str]) -> None:
    """Prints a line for each number of workers."""
    options = argparse.ArgumentParser()
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options.add_argument("--home", type=Path, help="make the library here, in this process; for one number of workers")
    given = options.parse_args(arguments)
    if given.home:
        measured(given.home, given.workers[0])
        return
    for workers in given.workers:
        with TemporaryDirectory() as home:
            command = [sys.executable, "-m", "benchmarks.ingest", "--home", home, "--workers", str(workers)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
