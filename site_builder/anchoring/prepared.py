"""A text made ready for looking up many quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from site_builder.frozen import frozen
from site_builder.text.normal import NormalForm, fold_case, normalise, primary

_MOST_LETTERS = 2_000_000


@frozen(slots=False)
class Prepared:
    """A text with its normal forms, made when first needed. ``language`` is without script and region."""

    text: str
    language: str

    @cached_property
    def normal(self) -> NormalForm:
        """Return the text in normal form."""
        return normalise(self.text)

    @cached_property
    def folded(self) -> NormalForm:
        """Return the text in normal form without differences of case."""
        return fold_case(self.normal, self.language)

    @cached_property
    def words(self) -> tuple[tuple[str, int, int], ...]:
        """Return each word of the folded form with its start and end there, as far as proposals look."""
        # most quotes are found, and the pattern is long to compile
        from site_builder.anchoring.tokens import TOKEN

        return tuple(
            (match[0], *match.span()) for match in TOKEN.finditer(self.folded.text, 0, _MOST_LETTERS)
        )

    @cached_property
    def places_of_words(self) -> Mapping[str, list[int]]:
        """Return the numbers of the words that are spelt alike, by spelling."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, (word, _, _) in enumerate(self.words):
            places[word].append(number)
        return places


def prepare(text: str, language: str) -> Prepared:
    """Make ``text`` ready; ``language`` is its BCP 47 code."""
    return Prepared(text, primary(language))
