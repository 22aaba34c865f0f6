"""Where a quote stands in a text."""

from __future__ import annotations

from collections.abc import Container
from enum import StrEnum

from site_builder.frozen import frozen
from site_builder.model.span import Span


class AnchorStatus(StrEnum):
    """How a quote was found. Only ``EXACT`` and ``NORMALISED`` count as found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


@frozen
class Cut:
    """A place where the quote's characters stand, but only by cutting a number or a word in two.

    ``span`` is the whole number or word of the text; ``what`` is ``figure`` or ``word``.
    """

    what: str
    span: Span
    place: Span


@frozen
class Difference:
    """One differing stretch between a quote and the nearest passage, as spans into each."""

    quote: Span
    text: Span


@frozen
class Nearest:
    """The passage most like an orphaned quote: help for the message, never a pass. ``score`` is 0 to 100."""

    span: Span
    score: float
    differences: tuple[Difference, ...] = ()
    figures_differ: bool = False


@frozen
class Anchor:
    """Where a quote stands.

    ``places`` lists every place; each place lists its parts in order (one, unless the quote leaves words
    out with ``[…]``). ``normalised`` names what had to be made equal first: ``quote marks``, ``dashes``, ``spaces``,
    ``case``, ``unicode form``, ``invisible characters`` and so on.
    """

    status: AnchorStatus
    places: tuple[tuple[Span, ...], ...] = ()
    normalised: tuple[str, ...] = ()
    nearest: Nearest | None = None
    cuts: tuple[Cut, ...] = ()

    @property
    def found(self) -> bool:
        """Tell whether the quote stands in the text, in exactly one place."""
        return self.status in (AnchorStatus.EXACT, AnchorStatus.NORMALISED)

    @property
    def parts(self) -> tuple[Span, ...]:
        """Return the parts of the one place where the quote stands; empty unless found."""
        return self.places[0] if self.found else ()

    def whole(self, lines: Container[Span]) -> tuple[tuple[Span, ...], ...]:
        """Return the places where the quote is one of ``lines`` as a whole: who quotes a line means the line."""
        return tuple(place for place in self.places if len(place) == 1 and place[0] in lines)
