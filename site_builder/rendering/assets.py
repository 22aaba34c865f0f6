"""The site's static files and templates: the one part of rendering that looks at the disk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.frozen import frozen
from site_builder.rendering.page import Page

_FOLDER = "assets"
_FONTS = "cards"
_SHEETS = {
    "article": ("site", "article"),
    "claim": ("site", "claim"),
    "number-line": ("site", "claim", "number-line"),
    "statistics": ("site", "statistics"),
}
"""The style sheets that are made of several: of each, what it consists of."""
_COMMENT = re.compile(
    rb"""(?P<words>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|^[ \t]+|\n(?=\s*\n)""",
    re.DOTALL | re.MULTILINE,
)
"""Comments and indentation, but not what stands in quotation marks."""


@frozen
class Assets:
    """Static files by their path in the site (``assets/site.css``)."""

    files: Mapping[str, bytes]

    def fingerprints(self) -> dict[str, str]:
        """Return, by path, a mark that changes when the file does."""
        return {path: hashlib.sha256(data).hexdigest()[:8] for path, data in self.files.items()}

    def pages(self) -> Iterator[Page]:
        """Yield the files as pages of the site, in the order of their paths."""
        for path in sorted(self.files):
            yield Page(path, self.files[path])


def load_assets(template_dirs: Sequence[Path]) -> Assets:
    """Read the static files below the folders' ``assets``; an earlier folder's file hides a later one's.

    Raises:
        OSError: a file cannot be read.
    """
    return Assets(_joined(_files(template_dirs, _FOLDER)))


def _joined(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with the style sheets of kinds of pages joined to those that they build on.

    What only people need who write them is left out, of style sheets and of scripts.

    A page then asks for one sheet, which has what its kind needs and no more.
    """
    sheets = {path: _COMMENT.sub(_kept, data) for path, data in files.items() if path.endswith(".css")}
    joined = {
        f"{_FOLDER}/{name}.css": b"".join(sheets.get(f"{_FOLDER}/{part}.css", b"") for part in parts)
        for name, parts in _SHEETS.items()
        if f"{_FOLDER}/{name}.css" in sheets
    }
    scripts = {path: _without_comments(data) for path, data in files.items() if path.endswith(".js")}
    return {**files, **scripts, **sheets, **joined}


def _without_comments(script: bytes) -> bytes:
    """Return a script without the lines that are comments; as it is where words may run over several lines."""
    lines = script.split(b"\n")
    if any(line.count(b"`") % 2 or line.endswith(b"\\") for line in lines):
        return script
    return b"\n".join(line for line in lines if not line.lstrip().startswith(b"//"))


def _kept(found: re.Match[bytes]) -> bytes:
    return found["words"] or b""


def load_templates(template_dirs: Sequence[Path]) -> dict[str, bytes]:
    """Read everything that pages are made with, templates and assets, by path.

    Raises:
        OSError: a file cannot be read.
    """
    return _files(template_dirs, "")


def load_fonts(template_dirs: Sequence[Path]) -> dict[Path, bytes]:
    """Read the fonts that social cards are set in, by path; ours first, then a newsroom's own.

    Raises:
        OSError: a file cannot be read.
    """
    found: dict[str, Path] = {}
    for folder in reversed(template_dirs):
        for path in sorted((folder / _FONTS).glob("*.[to]tf")):
            found[path.name] = path
    return {path: path.read_bytes() for path in found.values()}


def _files(template_dirs: Sequence[Path], below: str) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for folder in reversed(template_dirs):
        for path in sorted((folder / below).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files
