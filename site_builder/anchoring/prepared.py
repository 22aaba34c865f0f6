"""A text made ready for looking up many quotes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from site_builder.text.normal import NormalForm, fold_case, normalise, primary


@dataclass(frozen=True)
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


def prepare(text: str, language: str) -> Prepared:
    """Make ``text`` ready; ``language`` is its BCP 47 code."""
    return Prepared(text, primary(language))
