"""Drawings into pictures: SVG to PNG by resvg, each drawn once and kept for later builds.

A kept picture goes by all that it is made from: the drawing, the fonts and the version of resvg. The program's own
version is not among them: ten thousand pictures need not be drawn again for a change elsewhere.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from site_builder.frozen import frozen

_SIGNATURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_AT_ONCE = 256
"""Drawings that are in memory together."""


class Drawing(Protocol):
    """What can be drawn: where it belongs in the site, and its SVG."""

    @property
    def path(self) -> str:
        """Return the path below the site's folder."""

    @property
    def svg(self) -> str:
        """Return the drawing."""

    @property
    def wordless(self) -> bool:
        """Tell whether words are left out of it, because the fonts lack letters of theirs."""


class Memory(Protocol):
    """What keeps pictures for later builds, and believes none but those that it kept itself."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""


@frozen
class Picture:
    """A picture for the site."""

    path: str
    content: bytes
    wordless: bool = False


@frozen
class _Job:
    svg: str
    fonts: tuple[str, ...]
    size: tuple[int, int]


class DrawingError(OSError):
    """A drawing that cannot be drawn."""


Share = Callable[[Callable[[_Job], bytes], Sequence[_Job]], Iterable[bytes]]
"""Gives out work and returns the results in their order: :func:`map`, or something that knows more hands."""


class Easel:
    """Draws with the given fonts (their bytes by path) at one size in pixels."""

    def __init__(
        self, fonts: Mapping[Path, bytes], size: tuple[int, int], memory: Memory | None = None
    ) -> None:
        self._fonts = tuple(str(path) for path in fonts)
        self._size, self._memory = size, memory
        self._made_with = hashlib.sha256()
        for font in fonts.values():
            self._made_with.update(hashlib.sha256(font).digest())

    def pictures(self, drawings: Iterable[Drawing], share: Share = map) -> Iterator[Picture]:
        """Yield the picture of each drawing, in their order; ``share`` does the work.

        Raises:
            DrawingError: one of them is no SVG.
        """
        waiting = iter(drawings)
        while some := list(islice(waiting, _AT_ONCE)):
            for drawing, content in zip(some, self._drawn([each.svg for each in some], share), strict=True):
                yield Picture(drawing.path, content, drawing.wordless)

    def draw(self, svg: str) -> bytes:
        """Return the PNG of a drawing.

        Raises:
            DrawingError: it is no SVG.
        """
        return self._drawn([svg], map)[0]

    def _drawn(self, svgs: Sequence[str], share: Share) -> list[bytes]:
        names = [self._name(svg) for svg in svgs]
        found: dict[str, bytes | None] = {name: self._recall(name) for name in names}
        left = {name: svg for name, svg in zip(names, svgs, strict=True) if found[name] is None}
        jobs = [_Job(svg, self._fonts, self._size) for svg in left.values()]
        for name, drawn in zip(left, share(_draw, jobs), strict=True):
            found[name] = drawn
            if self._memory:
                self._memory.put(name, drawn)
        return [picture for name in names if (picture := found[name]) is not None]

    def _name(self, svg: str) -> str:
        import resvg_py

        made = self._made_with.copy()
        made.update(f"{resvg_py.__version__} {self._size}\n{svg}".encode())
        return made.hexdigest()

    def _recall(self, name: str) -> bytes | None:
        kept = self._memory.get(name) if self._memory else None
        head = _SIGNATURE + struct.pack(">II", *self._size)
        return kept if isinstance(kept, bytes) and kept.startswith(head) else None


def _draw(job: _Job) -> bytes:
    import resvg_py

    width, height = job.size
    try:
        return resvg_py.svg_to_bytes(
            svg_string=job.svg, width=width, height=height, skip_system_fonts=True, font_files=list(job.fonts)
        )
    except ValueError as error:
        raise DrawingError(
            f"`social.svg` among the templates makes no SVG that can be drawn: {error}"
        ) from None
