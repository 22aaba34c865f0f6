"""What is compared: the words of one text of the chain, and what differs between two of them."""

from __future__ import annotations

from enum import StrEnum

from site_builder.frozen import frozen
from site_builder.model.span import Span
from site_builder.text.normal import primary

ARTICLE = "article"
"""What a chain calls the article itself."""


@frozen
class Passage:
    """The claim's sentence in one text. ``link`` is its place in the claim's chain, ``None`` for the claim's quote."""

    text: str
    words: str
    language: str
    link: int | None


class Subject(StrEnum):
    """What is compared."""

    FIGURES = "figures"
    NAMES = "names"
    NEGATIONS = "negations"
    BOUNDS = "bounds"
    """*More than* and *at most*: what makes a limit of a figure that both texts have."""


@frozen
class Difference:
    """What one passage has and the other has not; both spans are set where one became the other.

    ``before`` and ``after`` count code points of the passages' words. ``told``: a ``change`` on the way speaks of it.
    """

    subject: Subject
    before: Span | None
    after: Span | None
    told: bool = False


@frozen
class Hop:
    """Two consecutive texts of a chain whose words are known. ``skipped`` are the texts between, without words.

    ``not_compared`` are the subjects that could not be compared in these languages.
    """

    before: Passage
    after: Passage
    skipped: tuple[str, ...]
    differences: tuple[Difference, ...]
    not_compared: tuple[Subject, ...]


def table_name(language: str) -> str:
    """Return the name under which the tables of a language (BCP 47) stand."""
    code = primary(language)
    return {"nb": "no", "tl": "fil"}.get(code, code)
