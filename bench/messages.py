"""Bring the catalogues of the interface up to date with the words in templates and code (`make messages`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from site_builder import __version__
from site_builder.rendering.messages import SOURCE

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "templates/locale"

_METHODS = (
    ("site_builder/rendering/**.py", "python"),
    ("templates/**.html", "jinja2"),
    ("templates/social.svg", "jinja2"),
)
_KEYWORDS = {"_": None, "_n": (1, 2), "message": None}
_COMMENTS = ("For translators:",)


def extracted() -> Catalog:
    """Return every message that templates and code have, with the files that have it."""
    catalogue = Catalog(project="site_builder", version=__version__)
    found = extract_from_dir(
        ROOT,
        list(_METHODS),
        keywords=_KEYWORDS,  # type: ignore[arg-type]
        comment_tags=_COMMENTS,
        strip_comment_tags=True,
        directory_filter=lambda folder: not Path(folder).name.startswith((".", "_")),
    )
    for path, _, words, comments, _ in sorted(found, key=lambda each: (each[0], each[1])):
        # without line numbers: a catalogue changes when words do
        catalogue.add(words, locations=[(path, None)], auto_comments=comments)  # type: ignore[list-item]
    return catalogue


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """Yield the catalogues as they are on the disk."""
    for path in sorted(FOLDER.glob("*.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=path.stem)


def written(before: bytes, catalogue: Catalog) -> bytes:
    """Return a catalogue's file, its head as it was."""
    head = before.partition(b"\n\n")[0]
    body = BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, include_previous=True)
    return head + b"\n\n" + body.getvalue().strip() + b"\n"


def main() -> int:
    """Update each catalogue in place, say what is left to do, and return how much."""
    template = extracted()
    left = 0
    for path, catalogue in catalogues():
        catalogue.update(template, update_creation_date=False)
        # the history of the file remembers what is gone
        catalogue.obsolete.clear()
        path.write_bytes(written(path.read_bytes(), catalogue))
        open_ = [entry for entry in catalogue if entry.id and (entry.fuzzy or not entry.string)]
        left += len(open_)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {len(open_)} to translate from {SOURCE}")
    return left


if __name__ == "__main__":
    sys.exit(bool(main()))
