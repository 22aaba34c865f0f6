"""A finished page or file of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from site_builder.frozen import frozen


@frozen
class Page:
    """A file of the site: ``path`` is POSIX and relative to the site, such as ``claims/a/b/index.html``.

    ``digest`` is that of its bytes (:func:`site_builder.digests.digest_of`), where somebody has counted it already.
    """

    path: str
    content: str | bytes
    digest: bytes | None = None

    @property
    def counted(self) -> bool:
        """Tell that its digest was not only told: it was counted from these bytes."""
        return self.digest is not None


@frozen
class KnownPage:
    """A file of the site that is known before it is made: it was made before of the same things.

    ``digest`` is as a page's, ``policy`` the one that it ships; ``make`` returns the content. Where another process has
    written it already, ``look`` is how its file looks there.
    """

    path: str
    digest: bytes
    policy: str
    make: Callable[[], str | bytes]
    look: bytes = b""

    @property
    def content(self) -> str | bytes:
        """Return what is in it; it is made now."""
        return self.make()


AnyPage = Page | KnownPage


@frozen
class KnownPages:
    """Many such files at once, for who need not look at each: the files of one article.

    ``paths`` are parted by zero bytes, ``digests`` follow each other. ``policies`` are those that its pages ship, by
    the pattern of their addresses (:func:`headers.pattern`). ``make`` yields each.
    """

    paths: str
    digests: bytes
    policies: Mapping[str, Sequence[str]]
    make: Callable[[], Iterator[KnownPage]]

    def __iter__(self) -> Iterator[KnownPage]:
        """Yield each of them."""
        return self.make()

    def below(self, folder: str) -> KnownPages:
        """Return the same files below a folder, which ends in ``/``."""
        paths = folder + self.paths.replace("\0", f"\0{folder}")

        def make() -> Iterator[KnownPage]:
            return (replace(page, path=f"{folder}{page.path}") for page in self.make())

        return KnownPages(paths, self.digests, self.policies, make)


def root_of(path: str) -> str:
    """Return the way from the page at ``path`` up to the site's root, such as ``../..``; ``.`` at the root."""
    return "/".join([".."] * path.count("/")) or "."


def page_at(address: str) -> str:
    """Return the path of the page at ``address`` (``claims/a/`` → ``claims/a/index.html``)."""
    return f"{address}index.html"
