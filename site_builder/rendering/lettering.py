"""Words set in fonts, without drawing them: which letters there are, how wide a line is, where it breaks."""

from __future__ import annotations

import io
import struct
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from site_builder.frozen import frozen

_SPARE = 1.02
"""Lines are measured without kerning and ligatures, and so a little generously."""
_ELLIPSIS = "…"
_POSTSCRIPT = 6
"""The number of a font's PostScript name in its table of names."""
_UNSEEN = {"Cc", "Cf", "Mn", "Me", "Zl", "Zp"}
"""Unicode categories that take no room of their own."""


@frozen
class Face:
    """One weight of a font: the advance of each letter it has, in parts of the size."""

    family: str
    weight: int
    advances: Mapping[str, float]


@frozen
class Fitted:
    """Words in lines, and the size at which they fit. ``cut`` tells that some are left out at the end."""

    size: int
    lines: tuple[str, ...]
    cut: bool = False


@lru_cache(maxsize=16)
def face_of(font: bytes) -> Face:
    """Read a font (TrueType or OpenType).

    Raises:
        fontTools.ttLib.TTLibError: it is none.
        ValueError: it cannot be used.
    """
    # no page needs it, only pictures
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font), lazy=True) as read:
        whole, widths = read["head"].unitsPerEm, read["hmtx"]
        advances = {chr(code): widths[name][0] / whole for code, name in read.getBestCmap().items()}
        family, postscript = read["name"].getBestFamilyName(), read["name"].getDebugName(_POSTSCRIPT)
        if not (family and postscript):
            # resvg passes over such a font and draws nothing
            raise ValueError("it has no name")
        return Face(family, read["OS/2"].usWeightClass, advances)


def _face(path: Path, font: bytes) -> Face:
    from fontTools.ttLib import TTLibError

    try:
        return face_of(font)
    except (TTLibError, struct.error, KeyError, AssertionError, ValueError) as error:
        raise OSError(f"{path.name} in the templates' folder `cards` cannot be read as a font") from error


class Lettering:
    """The fonts that words are set in: the first that has a letter gives it.

    Raises:
        OSError: one of them is no font.
    """

    def __init__(self, fonts: Mapping[Path, bytes]) -> None:
        self.fonts = dict(fonts)
        self._faces = [_face(path, font) for path, font in fonts.items()]

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return the letters that at least one of the fonts has."""
        return frozenset(letter for face in self._faces for letter in face.advances)

    @property
    def family(self) -> str:
        """Return the families of the fonts, first the one that is asked first for a letter, as SVG lists them."""
        return ", ".join(dict.fromkeys(f"'{face.family}'" for face in self._faces))

    def can_set(self, words: str) -> bool:
        """Tell whether every letter is there; what is never seen need not be."""
        return can_set(words, self.letters)

    def width(self, words: str, size: float, weight: int) -> float:
        """Return how wide ``words`` are on one line, in the unit of ``size``."""
        faces = sorted(self._faces, key=lambda face: abs(face.weight - weight))
        return size * _SPARE * sum(_advance(letter, faces) for letter in words)

    def fit(self, words: str, sizes: Sequence[int], width: float, height: float, *, leading: float) -> Fitted:
        """Break ``words`` into lines no wider than ``width``, at the largest of ``sizes`` that ``height`` bears.

        At the smallest size, what does not fit is left out, and the last line ends in an ellipsis. Weight 600.
        """
        for size in sizes:
            lines = tuple(self._broken(plain(words), size, width))
            if len(lines) <= _room(height, size, leading):
                return Fitted(size, lines)
        return self._cut(lines, size, width, _room(height, size, leading))

    def _cut(self, lines: Sequence[str], size: int, width: float, most: int) -> Fitted:
        last = lines[most - 1]
        while last and self.width(last + _ELLIPSIS, size, 600) > width:
            last = last.rpartition(" ")[0] or last[:-1]
        return Fitted(size, (*lines[: most - 1], last.rstrip(" ,;:–—") + _ELLIPSIS), cut=True)

    def _broken(self, words: str, size: int, width: float) -> Iterator[str]:
        line = ""
        for word in words.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer, size, 600) <= width:
                line = longer
                continue
            if line:
                yield line
            *whole, line = self._parted(word, size, width)
            yield from whole
        yield line

    def _parted(self, word: str, size: int, width: float) -> Iterator[str]:
        """Yield a word, in parts where it is wider than a line: scripts without spaces, addresses."""
        part = ""
        for letter in word:
            if part and not unicodedata.combining(letter) and self.width(part + letter, size, 600) > width:
                yield part
                part = ""
            part += letter
        yield part


def can_set(words: str, letters: Collection[str]) -> bool:
    """Tell whether every letter of ``words`` is among ``letters``; what is never seen need not be."""
    return all(
        letter in letters or unicodedata.category(letter) in {"Cc", "Cf"} for letter in set(plain(words))
    )


def plain(words: str) -> str:
    """Return ``words`` on one line, composed: fonts have more of the composed letters."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def _room(height: float, size: int, leading: float) -> int:
    return max(1, int(height // (size * leading)))


def _advance(letter: str, faces: Sequence[Face]) -> float:
    found = next((face.advances[letter] for face in faces if letter in face.advances), None)
    if found is not None:
        return found
    return 0 if unicodedata.category(letter) in _UNSEEN else 1
