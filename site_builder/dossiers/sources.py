"""The newsroom's files as they stand on the disk, not yet understood; what is known is not read before it is needed."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from dataclasses import field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.project import ClaimFile
from site_builder.model.settings import Settings
from site_builder.model.source import Problem, Source
from site_builder.reading import files
from site_builder.reading.articles import parse_article
from site_builder.reading.claims import parse_claim
from site_builder.reading.looked import Looked
from site_builder.reading.settings import scale_path

_ARTICLE = re.compile(r"""^article:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)
"""Where a claim file names its article: a guess, good enough to group files. What the YAML says decides."""

Facts = dict[str, tuple[bytes, str]]
"""Of sound files, by their paths: the digest of the bytes, and of a claim which article it seems to name."""


class Memory(Protocol):
    """What remembers between runs."""

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name of what is kept for a purpose."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""


@frozen
class _Folders:
    """Where the files are that are remembered."""

    settings: Settings

    def parts(self) -> Iterator[str]:
        yield from (self.settings.articles, self.settings.claims)


class Changed(OSError):
    """A file is not what it was when its folder was looked at: somebody writes there."""


class File:
    """A file of the newsroom. Its text is held where it was read, and else read each time that it is asked for."""

    __slots__ = ("_root", "_source", "digest", "path")

    def __init__(self, path: str, digest: bytes, source: Source | None, root: Path | None = None) -> None:
        self.path, self.digest = path, digest
        self._source, self._root = source, root

    @property
    def source(self) -> Source:
        """Return it with its text.

        Raises:
            Changed: it is not the file any more whose digest is known.
        """
        if self._source is not None:
            return self._source
        assert self._root is not None
        source, _, digest = files.read_digested(self._root, self.path)
        if digest != self.digest:
            raise Changed(errno.ESTALE, "it was written meanwhile: run it again", self.path)
        return source

    def with_text(self) -> File:
        """Return it with its text held: where it is sent, there may be no such folder.

        Raises:
            Changed: as above.
        """
        return self if self._source is not None else File(self.path, self.digest, self.source)


@frozen
class ArticleSource:
    """An article's file and the record beside it, if any, with what was wrong when they were read."""

    name: str
    file: File
    beside: File | None
    problems: tuple[Problem, ...] = ()

    @property
    def path(self) -> str:
        """Return the path of its file, which is not read for that."""
        return self.file.path

    @property
    def source(self) -> Source:
        """Return its file with the text."""
        return self.file.source

    @property
    def record(self) -> Source | None:
        """Return its record with the text."""
        return self.beside.source if self.beside else None

    def with_text(self) -> ArticleSource:
        """Return it with its texts held."""
        return replace(self, file=self.file.with_text(), beside=self.beside and self.beside.with_text())

    def parts(self) -> Iterator[str]:
        """Yield everything that tells it from others. Files are told by their digests."""
        yield from (self.name, repr(self.problems))
        for file in (self.file, self.beside):
            yield from (file.path, file.digest.hex()) if file else ()

    def parse(self, settings: Settings) -> Article:
        """Return the article."""
        source = self.source
        return parse_article(
            self.name,
            source.path,
            source.text,
            self.record,
            language=settings.language,
            problems=self.problems,
        )


@frozen
class ClaimSource:
    """A claim's file; ``id`` is its path under the claims folder without the ending.

    ``named`` is the article that it seems to name, or is empty.
    """

    id: str
    file: File
    named: str
    problem: Problem | None = None

    @property
    def path(self) -> str:
        """Return the path of its file, which is not read for that."""
        return self.file.path

    @property
    def source(self) -> Source:
        """Return its file with the text."""
        return self.file.source

    def with_text(self) -> ClaimSource:
        """Return it with its text held."""
        return replace(self, file=self.file.with_text())

    def parts(self) -> Iterator[str]:
        """Yield everything that tells it from others. Its file is told by its digest."""
        yield from (self.id, self.path, self.file.digest.hex(), repr(self.problem))

    def parse(self, settings: Settings) -> ClaimFile:
        """Return the claim file with its claim, or with what keeps it from having one."""
        if self.problem:
            return ClaimFile(self.id, self.source, None, (self.problem,))
        return parse_claim(self.source, self.id, settings.language)


@frozen
class Sources:
    """The files of all articles, by name, and of all claims, in the order of their paths.

    ``facts`` are what need not be found out the next time.
    """

    articles: dict[str, ArticleSource]
    claims: tuple[ClaimSource, ...]
    facts: Facts = field(default_factory=dict)


def read_sources(
    root: Path,
    settings: Settings,
    looked: Looked | None = None,
    facts: Facts | None = None,
    *,
    hold: bool = True,
) -> Sources:
    """Read them all. What cannot be read is a problem, never an exception.

    A file whose digest was ``looked`` at, and of which there are ``facts``, is read when its text is asked for. What is
    read has its text in memory if the reader is to ``hold`` it, else it is read once more where that is asked for.
    """
    reader = _Reader(root, settings, looked, facts or {}, hold=hold)
    articles = _by_name(reader.articles())
    return Sources(articles, tuple(reader.claims()), reader.found)


def read_known(root: Path, settings: Settings, looked: Looked | None, memory: Memory | None) -> Sources:
    """Return the newsroom's files, of which those are not read that were looked at, and are remembered as they look.

    No text is in memory: of a large newsroom they are much, and each is asked for once, by whoever checks it.
    """
    if looked is None or memory is None:
        return read_sources(root, settings, hold=False)
    key = memory.key("sources", _Folders(settings))
    facts: Facts | None = memory.get(key)
    sources = read_sources(root, settings, looked, facts, hold=False)
    if sources.facts != facts:
        memory.put(key, sources.facts)
    return sources


def read_claim(root: Path, path: str, settings: Settings) -> ClaimSource:
    """Read the claim file at ``path`` (POSIX, relative to ``root``)."""
    return _Reader(root, settings, None, {}, hold=True).claim(path)


class _Reader:
    def __init__(
        self, root: Path, settings: Settings, looked: Looked | None, facts: Facts, *, hold: bool
    ) -> None:
        self._root, self._settings, self._looked, self._known = root, settings, looked, facts
        self._hold = hold
        self.found: Facts = {}

    def articles(self) -> Iterator[ArticleSource]:
        folder = self._settings.articles
        for path in self._walk(folder, files.ARTICLE_ENDINGS):
            article, _, problem = self._file(path)
            beside = f"{path.rpartition('.')[0]}.yaml"
            record, _, record_problem = self._file(beside) if self._is_file(beside) else (None, "", None)
            problems = tuple(p for p in (problem, record_problem) if p)
            yield ArticleSource(_name(path, folder), article, record, problems)

    def claims(self) -> Iterator[ClaimSource]:
        scale = scale_path(self._settings)
        for path in self._walk(self._settings.claims, files.CLAIM_ENDINGS):
            if path != scale:
                yield self.claim(path)

    def claim(self, path: str) -> ClaimSource:
        file, named, problem = self._file(path)
        return ClaimSource(_name(path, self._settings.claims), file, named, problem)

    def _file(self, path: str) -> tuple[File, str, Problem | None]:
        """Return a file, the article that it names if it is a claim, and what is wrong with it."""
        seen = self._looked.files.get(path) if self._looked else None
        fact = self._known.get(path)
        if seen and fact and fact[0] == seen:
            self.found[path] = fact
            return File(path, seen, None, self._root), fact[1], None
        source, problem, digest = files.read_digested(self._root, path)
        # an article names none, and is long
        match = None if path.endswith(files.ARTICLE_ENDINGS) else _ARTICLE.search(source.text)
        named = match[1] if match else ""
        if digest == seen and not problem:
            self.found[path] = digest, named
        return File(path, digest, source if self._hold or problem else None, self._root), named, problem

    def _walk(self, folder: str, endings: tuple[str, ...]) -> list[str]:
        found = self._looked.below(folder, endings) if self._looked else None
        return [*files.walk(self._root, folder, endings)] if found is None else found

    def _is_file(self, path: str) -> bool:
        if self._looked and self._settings.articles in self._looked.places:
            seen = self._looked.files.get(path, b"")
            if seen is not None:
                return bool(seen)
        return (self._root / path).is_file()


def _name(path: str, folder: str) -> str:
    """Return the path of a file below ``folder`` without its ending."""
    if path.startswith(f"{folder}/"):
        return path[len(folder) + 1 :].rpartition(".")[0]
    return str(PurePosixPath(path).relative_to(PurePosixPath(folder)).with_suffix(""))


def _by_name(articles: Iterator[ArticleSource]) -> dict[str, ArticleSource]:
    """Return the articles by name. Of two that share one, such as `a.md` and `a.txt`, the first stays, and says so."""
    named: dict[str, ArticleSource] = {}
    for article in articles:
        first = named.setdefault(article.name, article)
        if first is not article:
            shared = Problem(
                "unreadable",
                f"{article.path} has the same name",
                help="rename one of the two",
                line=1,
                column=1,
            )
            named[article.name] = replace(first, problems=(*first.problems, shared))
    return named
