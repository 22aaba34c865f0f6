"""Words into search indexes that a browser reads in small pieces: Pagefind (https://pagefind.app/), as a service.

Its binary answers messages on its standard input. The Python package's own client sleeps for a tenth of a second
after each answer, which ten thousand claims cannot bear; here all messages go at once. Pagefind's filters and sort
keys are written in an order that differs from run to run, so they are not used: the same words give the same bytes.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import json
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

_FRAGMENTS = "fragment/"


class Record(Protocol):
    """What can be indexed: the words of a page in one language (ISO 639)."""

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
    """The index of one language: its files by path, and what it calls each page, by address."""

    language: str
    files: Mapping[str, bytes]
    names: Mapping[str, str]


def make_indexes(records: Iterable[Record]) -> Iterator[Index]:
    """Yield an index for each language among the records.

    Raises:
        ChildProcessError: Pagefind ends too soon or reports an error.
    """
    by_language: dict[str, list[Record]] = {}
    for record in records:
        by_language.setdefault(record.language, []).append(record)
    for language in sorted(by_language):
        yield _index(language, by_language[language])


def _index(language: str, records: Sequence[Record]) -> Index:
    files = dict(_wanted(_ask(_messages(language, records)), language))
    names = {}
    for path, content in files.items():
        if path.startswith(_FRAGMENTS):
            fragment = json.loads(gzip.decompress(content).removeprefix(_MAGIC))
            names[fragment["url"]] = path.removeprefix(_FRAGMENTS).partition(".")[0]
    if missing := {record.url for record in records} - names.keys():
        raise ChildProcessError(f"Pagefind has left {len(missing)} pages out of its {language} index")
    return Index(language, files, names)


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
