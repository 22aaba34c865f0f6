"""A finished HTML page as a stranger reads it: its links, its fragments, its article and the marks in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from site_builder.model.span import Span

SEAL = "site-builder-seal"
"""The name of the ``meta`` element that tells what a page was made from."""

_LINKS = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "use": "href",
    "source": "src",
    "iframe": "src",
}
_OURS = {"note", "pin"}
"""Classes of what we add to an article: without these elements its words are the article's."""
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements that have no end (HTML Standard, 13.1.2)."""


@dataclass(slots=True)
class SitePage:
    """What one page holds.

    ``text`` is the article's words as shown, without our notes and pins; ``None`` where the page shows no article.
    ``marks`` are the marked ranges by fragment, in code points of ``text``.
    """

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    seal: str | None = None
    heading: str = ""
    text: str | None = None
    marks: dict[str, Span] = field(default_factory=dict)


def read_page(html: str) -> SitePage:
    """Read a page with the standard library's HTML parser; whatever it holds, it is read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


@dataclass(slots=True)
class _Open:
    """An element that is open: what ends with it."""

    tag: str
    ours: bool = False
    prose: bool = False
    mark: str = ""
    start: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = SitePage()
        self._open: list[_Open] = []
        self._ours = 0
        self._prose: list[str] | None = None
        self._length = 0
        self._heading: list[str] = []
        self._script: list[str] | None = None
        self._in_heading = self._in_prose = False

    def finish(self) -> SitePage:
        """Return what was read."""
        self.page.heading = " ".join("".join(self._heading).split())
        if self._prose is not None:
            self.page.text = "".join(self._prose)
        return self.page

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._note(tag, values)
        if tag in _VOID:
            return
        classes = set((values.get("class") or "").split())
        opened = _Open(tag, ours=bool(classes & _OURS))
        if "prose" in classes and self._prose is None:
            opened.prose, self._prose, self._in_prose = True, [], True
        elif self._in_prose and tag == "mark":
            opened.mark, opened.start = values.get("id") or "", self._length
        self._ours += opened.ours
        self._in_heading |= tag == "h1" and not self._heading
        if tag == "script" and values.get("type") == "application/ld+json":
            self._script = []
        self._open.append(opened)

    def _note(self, tag: str, values: dict[str, str | None]) -> None:
        if id := values.get("id"):
            self.page.ids.add(id)
        target = values.get(_LINKS.get(tag, ""))
        if target is not None:
            self.page.links.append(target)
        if tag == "meta":
            self._meta(values)

    def _meta(self, values: dict[str, str | None]) -> None:
        content = values.get("content") or ""
        if values.get("name") == SEAL and self.page.seal is None:
            self.page.seal = content
        elif (values.get("http-equiv") or "").lower() == "refresh":
            _, _, target = content.partition("url=")
            self.page.links.append(target)

    def handle_endtag(self, tag: str) -> None:
        if not any(opened.tag == tag for opened in self._open):
            return
        # an element that was never closed ends with the one around it
        while self._close(self._open.pop()) != tag:
            pass

    def _close(self, closed: _Open) -> str:
        self._ours -= closed.ours
        if closed.prose:
            self._in_prose = False
        if closed.mark and self._in_prose:
            self.page.marks[closed.mark] = Span(closed.start, self._length)
        if closed.tag == "h1":
            self._in_heading = False
        elif closed.tag == "script" and self._script is not None:
            self.page.data.append("".join(self._script))
            self._script = None
        return closed.tag

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        if self._in_heading:
            self._heading.append(data)
        if self._in_prose and not self._ours and self._prose is not None:
            self._prose.append(data)
            self._length += len(data)
