"""The way in: look what the source is, take its text, and what it states."""

from __future__ import annotations

import re
from pathlib import PurePath

from site_builder.intake.letters import decoded
from site_builder.intake.taken import Form, Refused, Stated, Taken
from site_builder.reading.files import MAX_CHARACTERS

MAX_BYTES = 8_000_000
"""The heaviest article pages, with their scripts inside, stay below; more is a mistake or an attack."""
_FORMS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), Form.HTML),
    **dict.fromkeys((".md", ".markdown"), Form.MARKDOWN),
    ".txt": Form.TEXT,
}
_PAGE = re.compile(
    r"\s{0,99}(?:<!--.{0,999}?-->\s{0,99}|<\?xml[^>]{0,200}>\s{0,99})*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)


def take(data: bytes, name: str = "", *, form: Form | None = None, encoding: str | None = None) -> Taken:
    """Return the article that a file holds.

    ``name`` is the file's, for its ending; ``form`` and ``encoding`` overrule what the file seems to be.

    Raises:
        Refused: there is no article in it.
    """
    if len(data) > MAX_BYTES:
        raise Refused(
            f"the file has {len(data):,} bytes, and at most {MAX_BYTES:,} are read: copy the article's text into a "
            "plain text file, and import that"
        )
    form = form or _FORMS.get(PurePath(name).suffix.lower())
    text = decoded(data, form, encoding)
    if not text.strip():
        raise Refused("the file is empty: look whether it was saved whole")
    form = form or (Form.HTML if _PAGE.match(text) else Form.TEXT)
    if form is Form.HTML:
        # lxml and trafilatura are heavy, and nothing else needs them
        from site_builder.intake.html import taken

        return _short_enough(taken(text))
    if form is Form.MARKDOWN:
        from site_builder.intake.front import without_front_matter

        text, stated = without_front_matter(text)
        return _short_enough(Taken(_ended(text), form, stated))
    return _short_enough(Taken(_ended(text), form, Stated(), doubts=_looks_like_a_page(text)))


def _short_enough(taken: Taken) -> Taken:
    """Refuse what the check would not read."""
    if len(taken.text) > MAX_CHARACTERS:
        raise Refused(
            f"the text has {len(taken.text):,} characters, and at most {MAX_CHARACTERS:,} are read: take a part of it"
        )
    return taken


def _ended(text: str) -> str:
    """Return the text without empty lines around it, and with one line end at its end."""
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", text).rstrip() + "\n"


def _looks_like_a_page(text: str) -> tuple[str, ...]:
    if len(re.findall(r"</?(?:p|div|span|a|br|h[1-6])\b[^<>]{0,300}>", text)) < 5:
        return ()
    return ("The text holds HTML tags: if it is a web page, import it with --as html.",)
