"""Whether a text negates: by the words of ``negations.json``, for languages whose negation is a word of its own.

What is only said by an ending (Turkish, Japanese), by a prefix (Czech) or by a part of a word that means much else
(Chinese) is not read: such a language is not in the file, and its texts are not compared. Nor are opposites known:
a text that says *failed* for *did not succeed* seems to have lost a negation.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

from site_builder.chains.passages import table_name
from site_builder.model.span import Span

_APOSTROPHES = str.maketrans("’ʼ", "''")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    file = resources.files("site_builder.chains").joinpath("negations.json")
    table: dict[str, dict[str, list[str]]] = json.loads(file.read_text("utf-8"))
    return table


@cache
def _pattern(language: str) -> re.Pattern[str]:
    entry = _table()[language]
    passed, words = ("|".join(entry[key]).replace(" ", r"\s+") for key in ("except", "words"))
    return re.compile(rf"(?<!\w)(?:(?:{passed})|(?P<word>{words}))(?!\w)", re.IGNORECASE)


def comparable(language: str) -> bool:
    """Tell whether the negations of a language (BCP 47) can be read."""
    return table_name(language) in _table()


def negations(text: str, language: str) -> tuple[Span, ...]:
    """Return the places of the words that negate, in code points. *Not only* and the like do not count.

    Raises:
        KeyError: the language is not comparable.
    """
    folded = text.translate(_APOSTROPHES)
    return tuple(Span(*m.span()) for m in _pattern(table_name(language)).finditer(folded) if m["word"])
