"""Numbers in digits beside which few tables speak: read straight to the end, without the steps that would find nothing.

Such a number stands between words of which the tables know nothing (:mod:`~site_builder.figures.quiet`), or only that
they are a unit, a month or what stands before years. All else is read step by step, and so is a text with a literal in
it. What neighbours make of each other, and bounds, is left to those who look at the whole row.
"""

from __future__ import annotations

from site_builder.figures.bare import Bare
from site_builder.figures.dates import END_YEAR, month, year
from site_builder.figures.labels import labelled
from site_builder.figures.names import ONE
from site_builder.figures.numerals import Scan
from site_builder.figures.phrases import REACH, remember
from site_builder.figures.piece import Piece, View
from site_builder.figures.quiet import (
    AGED,
    BEFORE,
    BEHIND,
    BOUNDS,
    CIRCUMFIXES,
    DATE_LINKS,
    DAY_WORDS,
    MEASURES,
    MONTH_WORDS,
    MONTHS,
    MORE,
    RATES_BEFORE,
    TIMES,
    TIMES_BEFORE,
    YEAR_AFTER,
    YEAR_BEFORE,
    YEAR_WORDS,
    Word,
)
from site_builder.figures.rows import BOUNDS_BEHIND
from site_builder.figures.stretches import MUTE, is_mute, stretch_at
from site_builder.figures.units import (
    MEASURED,
    WHOLE,
    completed,
    money_before,
    swallowed,
    take_after,
    unit_after,
    unit_beside,
)
from site_builder.figures.years import year_at_once
from site_builder.model.figure import Kind
from site_builder.model.span import Span

_ELSE = BEFORE & ~(BOUNDS | AGED | YEAR_BEFORE)
"""Who may not speak before a number: bounds and ages are read later, and *in* makes years of four digits alone."""
RATES = RATES_BEFORE | CIRCUMFIXES
_BOUNDS_BEFORE = BOUNDS | AGED
_MARKS = frozenset(".,٫")
_OPENS = frozenset(' \n(“"‘«')
_DASHES = frozenset("-−–")
_DATES = MONTHS | DATE_LINKS | MONTH_WORDS | DAY_WORDS | YEAR_WORDS | YEAR_AFTER | TIMES | TIMES_BEFORE
_MOST_DAYS = 31
"""What is more is no day, no month and no hour; whether it is a year is asked before."""
_HUNDRED = 100


def told(view: View, scan: Scan, start: int, found: tuple[int, bool, Bare]) -> tuple[Piece, int] | None:
    """Return the number ``found`` at ``start`` with all that is said of it, and where the number itself ends."""
    end, followed, said = found
    word = word_behind(view, scan, end) if followed else None
    if followed and not word:
        return scaled(view, scan, start)
    plain = said.plain
    behind = (word.flags if word else view.behind(end)) & BEHIND
    if plain and not behind and (dated := year_at_once(start, end, said, view)):
        return dated, end
    before = view.before(start)
    if _HUNDRED <= said.whole < END_YEAR and len(said.told) == 1 and (plain or before & YEAR_WORDS):
        if before & (MONTH_WORDS | DAY_WORDS) or behind & MONTH_WORDS:
            return None
        piece = _piece(start, end, said, plain, calm=True)
        if dated := month(piece, before, behind, view) or year(piece, before, behind, view):
            return dated, end
    if said.large:
        before, behind = before & ~_DATES, behind & ~_DATES
    if before & _ELSE or behind & _DATES:
        return None
    if (
        word
        and word.unit
        and not behind & ~MEASURES
        and (measured := _with_unit(start, end, said, word, before, view))
    ):
        return measured, end
    piece = _piece(start, end, said, plain, calm=not (before & _BOUNDS_BEFORE or behind & BOUNDS_BEHIND))
    return (_measured(piece, behind, view) if behind else _named(piece, view)), end


def word_behind(view: View, scan: Scan, end: int) -> Word | None:
    """Return what is known of the word behind a number and a space; ``None`` where it may belong to the number."""
    at = end + 1
    if not scan.text[at].isalpha():
        return None
    written = view.raw[at : at + REACH].partition(" ")[0]
    word = view.quiet.words.get(written) if view.plain else None
    if word is None:
        word = _look_up(at, written, view, scan)
    return word if word.mute or is_mute(scan.text, at, scan.words) else None


def _look_up(at: int, written: str, view: View, scan: Scan) -> Word:
    folded = view.folded[at : at + len(written)]
    word = Word(
        stretch_at(scan.text[at : at + len(written)], 0, scan.words) in MUTE,
        view.quiet.behind.behind(folded, written, 0),
        view.habits.measures.at(folded, written, 0),
        len(written),
        view.habits.measures.seconds(folded, written),
    )
    return remember(view.quiet.words, written, word) if view.plain else word


def _with_unit(start: int, end: int, said: Bare, word: Word, before: int, view: View) -> Piece | None:
    """Return a number with the unit that the word behind it names, unless another may be meant."""
    unit, length = word.unit or (None, 0)
    if not unit or unit.factor is not ONE or word.length >= REACH:
        return None
    if word.seconds and view.folded.startswith(word.seconds, end + word.length + 2):
        return None
    stop = end + 1 + length
    if unit.kind is Kind.MEASURE and said.large and view.habits.homonyms.before(view.folded, stop):
        return None
    behind = view.behind(stop)
    calm = not (behind & BOUNDS_BEHIND or before & _BOUNDS_BEFORE or unit.kind is Kind.DURATION)
    number = Span(start, stop if unit.kind in WHOLE else end)
    taken = Piece(
        start,
        stop,
        number,
        said.told,
        said.values,
        unit.kind,
        unit.id,
        plain=said.plain,
        settled=True,
        calm=calm,
    )
    if unit.kind in MEASURED and (behind & MORE or before & RATES):
        whole = completed(taken, view)
        return taken if whole is taken else whole._replace(calm=False)
    return taken


def scaled(view: View, scan: Scan, start: int) -> tuple[Piece, int] | None:
    """Return the number in digits at ``start`` that the scale word behind it multiplies, and where that ends."""
    found = scan.scaled(start)
    if not found:
        return None
    end, said = found
    piece = Piece(start, end, Span(start, end), said.told, said.values, spelled=True, scale=True)
    return settled(piece, view), end


def settled(piece: Piece, view: View) -> Piece:
    """Return a number in words with all that is said of it, or as it is where more tables may speak."""
    value = piece.values[0]
    if piece.indefinite or view.habits.denominator or value.numerator < 0:
        return piece
    before, behind = view.before(piece.start) & _ELSE, view.behind(piece.end) & BEHIND
    if piece.scale and value.numerator > _MOST_DAYS * value.denominator:
        before, behind = before & ~_DATES, behind & ~_DATES
    if before or behind & _DATES or swallowed(piece, view) or (piece.scale and money_before(piece, view)):
        return piece
    if behind and not piece.ordinal:
        if view.folded[piece.end : piece.end + 1] in view.habits.million:
            return piece
        piece = _measured(piece, behind, view)
    return piece._replace(settled=True)


def begins(raw: str, start: int) -> bool:
    """Tell whether a number surely begins at ``start``, with no sign."""
    return raw[start - 1] in _OPENS and raw[max(0, start - 2)] not in _DASHES


def _piece(start: int, end: int, said: Bare, plain: bool, calm: bool = False) -> Piece:
    return Piece(start, end, Span(start, end), said.told, said.values, plain=plain, settled=True, calm=calm)


def _named(piece: Piece, view: View) -> Piece:
    """Return a number without a unit, or the name it belongs to: none where a word follows at once."""
    follows = (
        view.folded[piece.end : piece.end + 1] == " " and view.folded[piece.end + 1 : piece.end + 2].isalpha()
    )
    if follows or not piece.plain or labelled(piece, view) is piece:
        return piece
    return piece._replace(settled=False, calm=False)


def _measured(piece: Piece, behind: int, view: View) -> Piece:
    """Return the number with the unit behind it, if there is one."""
    found = unit_beside(piece, view) if behind & ~MEASURES else unit_after(piece, view)
    if not found:
        return _named(piece, view)
    unit, end = found
    taken = take_after(piece._replace(calm=False) if piece.calm else piece, unit, end)
    more = unit.kind in MEASURED and (view.behind(end) & MORE or view.before(piece.start) & RATES)
    return completed(taken, view) if more else taken
