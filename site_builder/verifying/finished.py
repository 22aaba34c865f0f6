"""The two sides that are compared: the finished site, and what the newsroom's files say must be on it."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from site_builder.frozen import frozen
from site_builder.model.claim import Status
from site_builder.model.project import Case, ClaimFile, Project
from site_builder.verifying.page import SitePage, read_page

Node = Mapping[str, Any]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_URI = "/?#[]@!$&'()*+,;=:%~"
"""What may stand in a URI as it is (RFC 3986), the percent sign of what is encoded already included."""

_LENGTH = 24


class Library:
    """Reads pages, but for those that it knows by the digests of their bytes: the same bytes are the same page."""

    def __init__(self, known: Mapping[bytes, SitePage] | None = None) -> None:
        self._known = known or {}
        self.read: dict[bytes, SitePage] = {}

    def page(self, data: bytes) -> SitePage:
        """Return the page that these bytes are."""
        digest = hashlib.blake2b(data, digest_size=_LENGTH).digest()
        if digest not in self.read:
            self.read[digest] = self._known.get(digest) or read_page(data.decode("utf-8", "replace"))
        return self.read[digest]


class Finished:
    """A finished site. ``names`` are its files (POSIX, relative to it); ``read`` returns the bytes of one.

    ``library`` reads its pages; it may know some of them.
    """

    def __init__(
        self, names: Sequence[str], read: Callable[[str], bytes], library: Library | None = None
    ) -> None:
        self.names = frozenset(names)
        self._read = read
        self._pages: dict[str, SitePage] = {}
        self._library = library or Library()

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Return the names of the HTML pages, sorted."""
        return tuple(sorted(name for name in self.names if name.endswith(".html")))

    def text(self, name: str) -> str:
        """Return a file's text; what is not UTF-8 is shown as U+FFFD."""
        return self._read(name).decode("utf-8", "replace")

    def page(self, name: str) -> SitePage:
        """Return a page, or any file with fragments, as read; each is read once."""
        if name not in self._pages:
            self._pages[name] = self._library.page(self._read(name))
        return self._pages[name]

    def json(self, name: str) -> Any:
        """Return the data of a JSON file; ``None`` where it is missing or no JSON."""
        try:
            return json.loads(self.text(name)) if name in self.names else None
        except (ValueError, RecursionError):
            return None

    def below(self, folder: str, without: Sequence[str] = ()) -> Finished:
        """Return what stands below ``folder``, which ends in ``/`` or is empty; nothing of the folders ``without``."""
        return _Part(self, folder, tuple(without))


class _Part(Finished):
    """A folder of a site, as a site of its own; each page of the whole is read once, whoever looks at it."""

    def __init__(self, whole: Finished, folder: str, without: tuple[str, ...]) -> None:
        names = [name for name in whole.names if name.startswith(folder) and not name.startswith(without)]
        super().__init__([name[len(folder) :] for name in names], lambda name: whole._read(folder + name))
        self._whole, self._folder = whole, folder

    def page(self, name: str) -> SitePage:
        return self._whole.page(self._folder + name)


@frozen(slots=False)
class Expected:
    """What must be on the site: the published claims as the newsroom's files hold them now, and the seal they give.

    ``folder`` is how people call the site's folder; ``editions`` are the same in the site's other languages, each
    ``below`` a folder of its own, which ends in ``/``. ``seals`` are those of articles, by their names.
    """

    project: Project
    cases: Sequence[Case]
    seal: str
    folder: str = "site"
    below: str = ""
    editions: tuple[Expected, ...] = ()
    seals: Mapping[str, str] = field(default_factory=dict)
    published: tuple[Case, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Pick the published claims."""
        object.__setattr__(self, "published", tuple(c for c in self.cases if c.claim.published))

    def seal_on(self, page: str) -> str:
        """Return the seal that a page of the site must carry, in any language."""
        return self._own_seals.get(page, self.seal)

    @cached_property
    def _own_seals(self) -> dict[str, str]:
        return {
            f"{below}{page}": seal
            for below in ("", *(edition.below for edition in self.editions))
            for page, seal in self._seals_here()
        }

    def _seals_here(self) -> Iterator[tuple[str, str]]:
        for name, seal in self.seals.items():
            yield article_page(name), seal
        for case in self.published:
            if seal := self.seals.get(case.article.name, ""):
                yield claim_page(case.file.id), seal
                yield claim_page(f"{case.file.id}/embed"), seal

    @cached_property
    def url(self) -> str:
        """Return the site's public address, ending in ``/``; empty where it has none."""
        address = self.project.settings.site_url
        return f"{address.rstrip('/')}/{self.below}" if address else ""

    def absolute(self, path: str) -> str:
        """Return the address of ``path`` as data files give it."""
        return f"{self.url}{quote(path, safe=_URI)}"

    @property
    def shown(self) -> Iterator[ClaimFile]:
        """Yield the claim files that have a page: published ones, and the tombstones of withdrawn ones."""
        for file in self.project.claims:
            if file.claim is not None and file.claim.status is not Status.DRAFT:
                yield file


def claim_page(id: str) -> str:
    """Return the file of a claim's page."""
    return f"claims/{id}/index.html"


def article_page(name: str) -> str:
    """Return the file of an article's page."""
    return f"articles/{name}/index.html"


def reviews(page: SitePage) -> list[Node]:
    """Return the ClaimReviews on a page; one that is no JSON comes back empty, so that it agrees with nothing."""
    return [review for data in page.data if "ClaimReview" in data for review in _reviews(data)]


def _reviews(data: str) -> Iterator[Node]:
    try:
        node = json.loads(data)
    except (ValueError, RecursionError):
        node = {}
    for item in node if isinstance(node, list) else [node]:
        yield item if isinstance(item, dict) else {}


def resolve(target: str, page: str, url: str) -> tuple[str, str] | None:
    """Return the file and fragment that a link on ``page`` leads to; ``None`` where it leads off the site.

    ``url`` is the site's address, ending in ``/``, or empty. A way out above the root gives a file that cannot exist.
    """
    inside = _inside(target, url)
    if inside is None:
        return None
    path, _, fragment = inside.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return page, unquote(fragment)
    here = "" if path.startswith("/") else posixpath.dirname(page)
    is_folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    file = posixpath.join(here, path.removeprefix("/"), "index.html" if is_folder else "")
    return posixpath.normpath(file), unquote(fragment)


def _inside(target: str, url: str) -> str | None:
    """Return the link as seen from the site's root or from its page; ``None`` where it leads to another site."""
    if url and target.startswith(url):
        return f"/{target[len(url) :]}"
    if target.startswith("//") or _SCHEME.match(target):
        return None
    if target.startswith("/"):
        return f"/{target.removeprefix(urlsplit(url).path or '/')}"
    return target
