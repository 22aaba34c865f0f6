"""What rows of words say as numbers, wherever they stand: read by the grammar once, and then known."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from site_builder.figures.reader import Found, Reader
from site_builder.figures.roles import Role
from site_builder.figures.spellout import total
from site_builder.figures.words import Lexicon, atoms_at


class Said(NamedTuple):
    """What a row of words says: a number that begins with its first, or none. ``sure``: wherever it stands."""

    found: Found | None
    readings: tuple[Fraction, ...]
    sure: bool = True


def readings_of(
    found: Found, text: str, raw: str, at: int, ambiguous: bool, words: Lexicon
) -> tuple[Fraction, ...]:
    """Return the value of a number, and the other one that an ambiguous separator gives it."""
    value = total(found.state, words)
    other = Reader(text, raw, words, choice=1).read(at) if ambiguous else None
    if not other or other.end != found.end:
        return (value,)
    return tuple(dict.fromkeys((value, total(other.state, words))))


def say(phrase: str, words: Lexicon) -> Said:
    """Read a row of words as a number. Where what stands around may decide as well, it is not sure."""
    first = [atom for atoms, _ in atoms_at(phrase, 0, words) for atom in atoms]
    odd = any(atom.role in (Role.MINUS, Role.POINT) for atom in first)
    if (
        not first
        or odd
        or any(char.isdigit() for char in phrase)
        or any(mark in phrase for mark in words.dotted)
    ):
        return Said(None, (), sure=False)
    reader = Reader(phrase, phrase, words)
    found = reader.read(0)
    if reader.looked:
        return Said(None, (), sure=False)
    return Said(found, readings_of(found, phrase, phrase, 0, reader.ambiguous, words) if found else ())
