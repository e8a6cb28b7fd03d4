"""Walking: order, names, what is passed over, hostile archives, and several processes."""

import gzip
import io
import json
import os
import tarfile
from pathlib import Path

import pytest

from curbside.errors import UnreadableSource
from curbside.model.document import Document
from curbside.sources import archives, pool
from curbside.sources.pool import Reading
from curbside.sources.walk import count, passed_over, readings


def article(number: int, words: str = "Warfarin needs monitoring.") -> bytes:
    return (
        f'<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmid">{number}'
        f"</article-id><title-group><article-title>Title {number}</article-title></title-group></article-meta></front>"
        f"<body><sec><title>Results</title><p>{words}</p></sec></body></article>"
    ).encode()


def tar(path: Path, *members: tuple[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]  # the mode is one of tarfile's
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def told(found: list[Reading], home: Path) -> list[tuple[str, str]]:
    """(name under *home*, document id or what is wrong)."""
    return [
        (name.removeprefix(f"{home}/"), each.id if isinstance(each, Document) else _wrong(each, name))
        for name, each in found
    ]


def _wrong(error: UnreadableSource, name: str) -> str:
    assert error.message.startswith(name)
    return error.message.removeprefix(f"{name}: ")


def walked(home: Path, *names: str, workers: int = 1) -> list[tuple[str, str]]:
    return told(list(readings([home / name for name in names or ("",)], workers)), home)


def test_folders_are_read_in_order_of_names_with_all_below(tmp_path: Path) -> None:
    for name, number in (("b.xml", 2), ("a/z.xml", 9), ("a/y/x.xml", 8), ("c.xml", 3)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(article(number))
    assert walked(tmp_path) == [
        ("b.xml", "pmid:2"),
        ("c.xml", "pmid:3"),
        ("a/z.xml", "pmid:9"),
        ("a/y/x.xml", "pmid:8"),
    ]


def test_packed_files_are_read_as_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(article(1)))
    tar(tmp_path / "b.tar.gz", ("x/1.xml", article(2)), ("x/2.xml.gz", gzip.compress(article(3))))
    tar(tmp_path / "c.tar", ("3.xml", article(4)), mode="w")
    tar(tmp_path / "d.download", ("4.xml", article(5)))
    assert walked(tmp_path) == [
        ("a.xml.gz", "pmid:1"),
        ("b.tar.gz/x/1.xml", "pmid:2"),
        ("b.tar.gz/x/2.xml.gz", "pmid:3"),
        ("c.tar/3.xml", "pmid:4"),
        ("d.download/4.xml", "pmid:5"),
    ]


def test_hidden_files_licences_and_readmes_are_passed_over_and_counted(tmp_path: Path) -> None:
    for name in ("LICENSE", "LICENSE-CC.txt", "README.md", ".DS_Store", ".git/config", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    tar(tmp_path / "a.tar.gz", ("._1.xml", b"junk"), ("x/README", b"words"), ("x/1.xml", article(1)))
    assert walked(tmp_path) == [("a.tar.gz/x/1.xml", "pmid:1"), ("notes.md", "is of no known format")]
    assert passed_over([tmp_path]) == 4
    assert walked(tmp_path, "README.md") == [("README.md", "is of no known format")]


def test_what_is_not_there_or_not_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "empty.xml").write_bytes(b"")
    assert walked(tmp_path, "", "none.xml") == [
        ("dangling", "there is no such file"),
        ("empty.xml", "is empty"),
        ("pipe", "is not a regular file"),
        ("none.xml", "there is no such file"),
    ]


def test_links_and_devices_in_archives_are_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_bytes(article(66))
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind, target in (
            ("soft", tarfile.SYMTYPE, str(secret)),
            ("hard", tarfile.LNKTYPE, "1.xml"),
            ("pipe", tarfile.FIFOTYPE, ""),
            ("device", tarfile.CHRTYPE, ""),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, target
            archive.addfile(entry)
    refused = "is a link or device in an archive; it is not followed"
    assert walked(tmp_path, "a.tar") == [(f"a.tar/{name}", refused) for name in ("soft", "hard", "pipe", "device")]


def test_a_path_that_points_outside_is_only_a_name(tmp_path: Path) -> None:
    home = tmp_path / "in"
    home.mkdir()
    tar(home / "a.tar.gz", ("../../evil.xml", article(1)), ("/evil.xml", article(2)))
    assert walked(home, "a.tar.gz") == [("a.tar.gz/../../evil.xml", "pmid:1"), ("a.tar.gz//evil.xml", "pmid:2")]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.tar.gz", "in"]


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 2**20)


@pytest.mark.usefixtures("small_limits")
def test_a_member_that_is_too_large_is_refused_and_the_rest_goes_in(tmp_path: Path) -> None:
    noise = os.urandom(2**20 + 1)
    tar(tmp_path / "a.tar.gz", ("big.xml", noise), ("1.xml", article(1)))
    assert walked(tmp_path) == [("a.tar.gz/big.xml", "is larger than 1 MiB"), ("a.tar.gz/1.xml", "pmid:1")]


BOMB = "unpacks to more than 100 times its size"


@pytest.mark.usefixtures("small_limits")
def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    zeros = gzip.compress(b"<article>" + bytes(30 * 2**20))
    (tmp_path / "a.xml.gz").write_bytes(zeros)
    tar(tmp_path / "b.tar.gz", ("1.xml", article(1)), ("big.xml", bytes(30 * 2**20)), ("2.xml", article(2)))
    tar(tmp_path / "c.tar", ("in.xml.gz", zeros), ("3.xml", article(3)), mode="w")
    lines = json.dumps({"a": 1}).encode() + b"\n" + bytes(30 * 2**20)
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress(lines))
    found = walked(tmp_path)
    assert [each for each in found if each[0] != "d.jsonl.gz"] == [
        ("a.xml.gz", BOMB),
        ("b.tar.gz/1.xml", "pmid:1"),
        ("b.tar.gz/big.xml", "is larger than 1 MiB"),
        ("b.tar.gz", BOMB),
        ("c.tar/in.xml.gz", BOMB),
        ("c.tar/3.xml", "pmid:3"),
    ]
    assert found[-1] == ("d.jsonl.gz", BOMB)


@pytest.mark.parametrize("name", ["a.tar.gz", "a.xml.gz"])
def test_a_file_that_breaks_off_is_named_and_what_came_before_it_goes_in(tmp_path: Path, name: str) -> None:
    whole = tar(tmp_path / "a.tar.gz", *((f"{n}.xml", article(n, os.urandom(4000).hex())) for n in range(1, 9)))
    if name == "a.xml.gz":
        (tmp_path / name).write_bytes(gzip.compress(article(1, os.urandom(4000).hex())))
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) // 2])
    found = walked(tmp_path, name)
    assert found[-1][0] == name
    assert found[-1][1].startswith("breaks off or is damaged")
    assert [each[1] for each in found[:-1]] == [f"pmid:{n}" for n in range(1, len(found))]
    assert whole.exists()


@pytest.mark.parametrize("name", ["a.tar.gz", "b.xml.gz"])
@pytest.mark.parametrize("where", [40, 200, -5])
def test_a_file_with_a_flipped_byte_is_named(tmp_path: Path, name: str, where: int) -> None:
    tar(tmp_path / "a.tar.gz", ("1.xml", article(1, os.urandom(4000).hex())))
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(article(1, os.urandom(4000).hex())))
    content = bytearray((tmp_path / name).read_bytes())
    content[where] ^= 0xFF
    (tmp_path / name).write_bytes(content)
    found = list(readings([tmp_path / name], 1))
    assert isinstance(found[-1][1], UnreadableSource)
    assert found[-1][1].message.startswith(str(tmp_path / name))


def test_the_number_of_processes_does_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_BATCH_BYTES", 2_000)
    members = [(f"{n:03}.xml", article(n) if n % 10 else b"not xml") for n in range(1, 60)]
    tar(tmp_path / "a.tar.gz", *members)
    (tmp_path / "b.xml").write_bytes(article(100))
    paths = [tmp_path, tmp_path / "none.xml", tmp_path / "b.xml"]
    alone, together = list(readings(paths, 1)), list(readings(paths, 2))
    assert told(alone, tmp_path) == told(together, tmp_path)
    assert [each for _, each in alone if isinstance(each, Document)] == [
        each for _, each in together if isinstance(each, Document)
    ]
    assert len(alone) == 62


def test_who_stops_reading_ends_the_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_BATCH_BYTES", 500)
    tar(tmp_path / "a.tar.gz", *((f"{n:03}.xml", article(n)) for n in range(1, 60)))
    some = readings([tmp_path], 2)
    assert next(some)[1].id == "pmid:1"  # type: ignore[union-attr]  # it is a document
    some.close()  # type: ignore[attr-defined]  # it is a generator
    assert _children() == []


def _children() -> list[object]:
    import multiprocessing

    return list(multiprocessing.active_children())


def test_a_file_that_kills_its_process_is_refused_and_the_rest_goes_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_BATCH_BYTES", 1)
    monkeypatch.setattr(pool, "read_batch", _deadly)
    tar(tmp_path / "a.tar", *((f"{n}.xml", b"die" if n == 2 else article(n)) for n in range(1, 6)), mode="w")
    assert walked(tmp_path, workers=2) == [
        ("a.tar/1.xml", "pmid:1"),
        ("a.tar/2.xml", "reading it ended the reading process"),
        *((f"a.tar/{n}.xml", f"pmid:{n}") for n in (3, 4, 5)),
    ]


def _deadly(batch: pool.Batch) -> list[Reading]:
    if any(content == b"die" for _, content in batch):
        os._exit(3)
    return _read_batch(batch)


_read_batch = pool.read_batch


def test_count_is_about_right_and_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(article(1))
    (tmp_path / "b.xml").write_bytes(article(2))
    assert (count([tmp_path]), count([tmp_path / "none"]), count([])) == (2, 0, 0)


@pytest.mark.real_data
def test_the_real_articles_all_come_in() -> None:
    found = readings([Path(os.environ["CURBSIDE_TEST_DATA"], "evidence_inference", "jats_ccby.tar.gz")])
    assert sum(isinstance(each, Document) for _, each in found) == 2002
