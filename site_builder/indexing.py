"""Words into search indexes that a browser reads in small pieces: Pagefind (https://pagefind.app/), as a service.

Its binary answers messages on its standard input. The Python package's own client sleeps for a tenth of a second
after each answer, which ten thousand claims cannot bear; here all messages go at once. Pagefind's filters and sort
keys are written in an order that differs from run to run, so they are not used: the same words give the same bytes.

Pagefind calls each page by a digest, and a browser that searches first loads the names of them all. Here each is called
by its number, which says what would need a table of its own otherwise, and takes less to load.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import io
import json
import re
import string
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, Protocol

from site_builder.frozen import frozen

Message = dict[str, Any]

_MAGIC = b"pagefind_dcd"
"""What Pagefind puts before the content of each of its compressed files."""

_NOT_OURS = (
    "pagefind-ui",
    "pagefind-modular-ui",
    "pagefind-component-ui",
    "pagefind-highlight",
    "pagefind-worker",
)
"""Pagefind's own interfaces, which our search page does without."""

_FRAGMENTS, _FRAGMENT, _PAGES, _ENTRY = "fragment/", ".pf_fragment", ".pf_meta", "pagefind-entry.json"
_NAME = re.compile(rb"[\x60-\x77]([a-z]+_[0-9a-f]+)")
"""A name in the list of pages: a string of less than 24 bytes, after its length (RFC 8949, 3)."""
_SHORT = 0x60
_MARK = 2
"""Letters that tell of a page's words: a browser must not take those that it has kept for those of today."""
_DIGEST = 10


class Record(Protocol):
    """What can be indexed: the words of a page in one language (ISO 639)."""

    @property
    def number(self) -> int:
        """Return the page's number, which its name in the index begins with after the language."""

    @property
    def url(self) -> str:
        """Return the page's address."""

    @property
    def language(self) -> str:
        """Return the language of the words."""

    @property
    def words(self) -> str:
        """Return the words."""


@frozen
class Index:
    """The index of one language: its files by path."""

    language: str
    files: Mapping[str, bytes]


def make_indexes(records: Iterable[Record]) -> Iterator[Index]:
    """Yield an index for each language among the records.

    Raises:
        ChildProcessError: Pagefind ends too soon or reports an error.
    """
    by_language: dict[str, list[Record]] = {}
    for record in records:
        by_language.setdefault(record.language, []).append(record)
    for language in sorted(by_language):
        # names in their order are less to load
        yield _index(language, sorted(by_language[language], key=lambda record: record.number))


def _index(language: str, records: Sequence[Record]) -> Index:
    files = dict(_wanted(_ask(_messages(language, records)), language))
    given = {}
    for path, content in files.items():
        if path.startswith(_FRAGMENTS):
            given[json.loads(_opened(content))["url"]] = path.removeprefix(_FRAGMENTS).removesuffix(_FRAGMENT)
    if missing := {record.url for record in records} - given.keys():
        raise ChildProcessError(f"Pagefind has left {len(missing)} pages out of its {language} index")
    names = {given[record.url]: _name(language, record.number, given[record.url]) for record in records}
    return Index(language, dict(_renamed(language, files, names)))


def _name(language: str, number: int, given: str) -> str:
    """Return what a page is called: its number, and letters from the digest that Pagefind has ``given`` it."""
    rest, mark = int(given.rpartition("_")[2], 16), ""
    for _ in range(_MARK):
        rest, letter = divmod(rest, len(string.ascii_lowercase))
        mark += string.ascii_lowercase[letter]
    return f"{language}_{number}{mark}"


def _renamed(
    language: str, files: Mapping[str, bytes], names: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files with each page called by its new name."""
    for path, content in files.items():
        if path.startswith(_FRAGMENTS):
            given = path.removeprefix(_FRAGMENTS).removesuffix(_FRAGMENT)
            yield f"{_FRAGMENTS}{names[given]}{_FRAGMENT}", content
        elif path.endswith(_PAGES):
            pages = _packed(_with_names(_opened(content), names))
            # the list is called by a digest, too, which the first file of all tells
            called = f"{language}_{hashlib.sha256(pages).hexdigest()[:_DIGEST]}"
            yield f"pagefind.{called}{_PAGES}", pages
            entry = json.loads(files[_ENTRY])
            entry["languages"][language]["hash"] = called
            yield _ENTRY, json.dumps(entry, separators=(",", ":")).encode()
        elif path != _ENTRY:
            yield path, content


def _with_names(pages: bytes, names: Mapping[str, str]) -> bytes:
    """Return the list of pages, which begins with them, with the new names."""

    def named(found: re.Match[bytes]) -> bytes:
        name = names.get(found[1].decode(), "").encode()
        if not name or found[0][0] != _SHORT + len(found[1]):
            raise ChildProcessError("Pagefind has written its list of pages in a way that is not known")
        return bytes([_SHORT + len(name)]) + name

    made, count = _NAME.subn(named, pages, count=len(names))
    if count != len(names):
        raise ChildProcessError(f"Pagefind has left {len(names) - count} pages out of its list")
    return made


def _opened(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_MAGIC)


def _packed(content: bytes) -> bytes:
    """Return a file as Pagefind reads it, without the time and the system that it was made on."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        file.write(_MAGIC + content)
    return packed.getvalue()


def _messages(language: str, records: Sequence[Record]) -> Iterator[Message]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for record in records:
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": record.url,
            "content": record.words,
            "language": language,
        }
    yield {"type": "GetFiles", "index_id": 0}


def _wanted(files: Sequence[Mapping[str, str]], language: str) -> Iterator[tuple[str, bytes]]:
    paths = {file["path"] for file in files}
    # the program without a stemmer is for languages that have none
    spare = "wasm.unknown.pagefind" if f"wasm.{language}.pagefind" in paths else None
    for file in sorted(files, key=lambda file: file["path"]):
        if not file["path"].startswith(_NOT_OURS) and file["path"] != spare:
            yield file["path"], base64.b64decode(file["content"])


def _ask(messages: Iterable[Message]) -> Sequence[Mapping[str, str]]:
    """Send all messages to a service of their own; return the files that it answers the last one with."""
    from pagefind_bin import get_executable  # type: ignore[import-untyped]

    command = [str(get_executable()), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:
        assert service.stdin and service.stdout
        # answers must be read while messages are written, or both sides wait for ever
        writer = threading.Thread(target=_send, args=(service.stdin, messages), daemon=True)
        writer.start()
        try:
            return _files(service.stdout)
        finally:
            service.kill()
            writer.join()
            # what could not be sent any more need not be
            with contextlib.suppress(BrokenPipeError):
                service.stdin.close()


def _send(to: IO[bytes], messages: Iterable[Message]) -> None:
    # where it has ended, whoever reads its answers tells why
    with contextlib.suppress(BrokenPipeError):
        for number, message in enumerate(messages):
            line = json.dumps({"message_id": number, "payload": message})
            to.write(base64.b64encode(line.encode()) + b",")
        to.flush()


def _files(answers: IO[bytes]) -> Sequence[Mapping[str, str]]:
    for answer in _parted(answers):
        payload = json.loads(base64.b64decode(answer))["payload"]
        if payload["type"] == "Error":
            raise ChildProcessError(f"Pagefind: {payload['message']}")
        if payload["type"] == "GetFiles":
            files: list[Mapping[str, str]] = payload["files"]
            return files
    raise ChildProcessError("Pagefind has ended without an index")


def _parted(answers: IO[bytes]) -> Iterator[bytes]:
    """Yield the answers, which end in commas, as they come."""
    pending: list[bytes] = []
    # not a plain read, which would wait until a whole block has come
    while chunk := answers.read1(1 << 16):  # type: ignore[attr-defined]
        *whole, rest = chunk.split(b",")
        for part in whole:
            yield b"".join([*pending, part])
            pending = []
        pending.append(rest)
