"""What was taken from a source, and why nothing could be."""

from __future__ import annotations

from enum import StrEnum

from site_builder.frozen import frozen


class Form(StrEnum):
    """How the source is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


class Refused(ValueError):
    """The source gives no article. The message says why, and what to do, in an editor's words."""


@frozen
class Stated:
    """What a source states of itself, as it is written there; empty where it states nothing usable.

    ``published`` is a whole or partial date (ISO 8601), ``language`` a BCP 47 code, ``url`` a web address.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: str = ""


@frozen
class Taken:
    """An article's text as it is to be written, and what is known of it.

    ``headings`` and ``captions`` are lines of the text; ``leads_away`` are lines that are little more than a link to
    another page. ``left_out`` are longer passages of the source that are not in the text, and ``doubts`` what an
    editor should look at, in whole sentences.
    """

    text: str
    form: Form
    stated: Stated = Stated()
    headings: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    leads_away: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """Return the ending of the article's file."""
        return ".md" if self.form is Form.MARKDOWN else ".txt"
