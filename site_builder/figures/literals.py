"""Literals that hold digits and are no quantities, and dates and times in digits alone.

A token is what stands between spaces, brackets and quote marks. It is a literal if it is

- an address on the web or of mail, or a telephone number in international form (``+62 21 …``);
- letters and then digits, with or without a hyphen: ``Covid-19``, ``GPT-4``, ``B2B``, ``m212`` – unless the
  letters are a currency's (``USD115``) or a prefix that makes an ordinal (``ke-5``); a year may follow (``mid-1972``);
- three or more groups of digits joined by hyphens, slashes or points that are neither date nor number (``9-9-6``);
- two groups joined by a hyphen that run downwards or begin with a zero (``24-7``, ``0-2``), or by a slash where they
  are no fraction (``24/7``, ``50/50``);
- digits and at once letters of a script with case that are no unit (``3D``, ``11a``): see :func:`tail`.

Limits: a score such as ``2-5`` reads as a range, and ``9/11`` as a fraction.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_builder.figures.phrases import is_edge, is_unspaced, is_wordlike
from site_builder.figures.piece import View
from site_builder.figures.quiet import DAY_WORDS, TIMES, WEEKDAYS
from site_builder.figures.units import sign_before
from site_builder.model.figure import Kind

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_ALONE = r"%?(?=[\s);]|,(?!\d)|[.!?](?=[\s)\"”»]|$)|$)(?! ?[hH] ?\d)"
_PLAIN = re.compile(
    r"\d(?:(?<![^\s(]\d)(?:"
    rf"(?:\d{{0,2}}(?:,\d{{3}}){{1,8}}(?:\.\d{{1,6}})?|\d{{0,5}}(?=%)"
    rf"|(?:(?<=[4-9])\d|(?<=3)[2-9]|\d\d)\.\d{{1,3}}){_ALONE}"
    r"|\d{0,5}(?=[\s),;!?]|\.(?!\d)|$)(?! ?[hH] ?\d)"
    r")())?"
)
"""A digit, and (group 1) all of a token if it is digits set apart by spaces, perhaps with groups or a sign of percent
behind them: nothing to look into."""
_DECIMAL = re.compile(rf"(?<![^\s(])(\d{{1,6}}\.\d{{1,6}}){_ALONE}")
"""Such a token with decimals, unless they may also be a day and its month, or a month and its year."""
_GOES_ON = re.compile(r"[.,:/]\d")
_STOP = re.compile(r"[\s\"“”„«»‘‹›()\[\]{}<>;、，；：。！？「」『』（）]|(?<!\d),|,(?!\d)")
_WEB = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”»]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*", re.IGNORECASE)
_PHONE = re.compile(r"\+\d{1,3}(?:[ \-–−/.()]{0,2}\d){6,14}(?!\d)")
_JOINED = re.compile(r"\d+(?:[-–−‑/.:]\d+)+")
_ALNUM = re.compile(r"([^\W\d_]+)([-–‑]?)(\d+)[\w]*(?:[-–‑.]\w+)*")
_BEHIND_LETTER = re.compile(r"\d(?<=[^\W\d_]\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_YEAR_FIRST = re.compile(r"[12]\d{3}([-–/.])(0?[1-9]|1[0-2])(?:\1(0?[1-9]|[12]\d|3[01]))?")
_YEAR_LAST = re.compile(r"(0?[1-9]|[12]\d|3[01])([-–/.])(0?[1-9]|[12]\d|3[01])\2(?:[12]\d{3}|\d{2})")
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-–/.](?:0?[1-9]|1[0-2])")
_MONTH_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])[/.][12]\d{3}")
_SEASON = re.compile(r"((?:1[89]|20)\d\d)[-–/](\d{2})")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECADE = re.compile(
    r"(?:1[5-9]|20)\d0(?:['’]?s|er|ers|ern|'er|-talet|-tallet|-х|-е|-luv\w+|-as)\b|\d0(?:['’]?s|er)\b"
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK_H = re.compile(
    rf"{_HOUR}(?: ?h ?[0-5]\d(?!\w)|h(?=[-–]{_HOUR}h)|h(?<=[-–]\dh)|h(?<=[-–]\d\dh))", re.IGNORECASE
)
_TIMES = re.compile(r"x(?!\w)")
_RANK = re.compile(r"\d+(?:st|nd|rd|th|er|re|ère|e|ème|eme|ième|nde|ste|de|[ºª°]|[ое]?-?[йяе])")
_NINE_TO_FIVE = re.compile(r"\d+[-–][^\W\d_]+[-–]\d+\b")
_GENERATION = re.compile(r"(?<![\d.,])[2-9]G\b")


_BEFORE_DAYS = WEEKDAYS | DAY_WORDS | TIMES
_AROUND_THE_CLOCK = {(24, 7), (7, 24), (365, 24)}


class Literal(NamedTuple):
    """A stretch of the folded text (code points) that no number may be read in."""

    start: int
    end: int
    kind: Kind


def all_apart(view: View) -> list[int] | None:
    """Return where digits begin that spaces set apart, if there are no others in the text, and no address."""
    if "@" in view.raw or "://" in view.raw or "www." in view.folded:
        return None
    places: list[int] = []
    done = 0
    while True:
        for digit in _PLAIN.finditer(view.raw, done):
            if digit[1] is None:
                break
            places.append(digit.start())
        else:
            return places
        plain = _decimal(view, digit.start())
        if not plain:
            return None
        places.append(plain.start())
        done = plain.end()


def literals(view: View) -> tuple[list[Literal], bool]:
    """Return the literals of a text, in order, and whether it has any digits but those set apart by spaces."""
    webs = _addresses(view.raw)
    found = list(webs)
    joined = False
    done = 0
    while place := _first_joined(view.raw, done):
        floor, at = place
        if plain := _decimal(view, at):
            done = plain.end()
        elif web := next((web for web in webs if web.start <= at < web.end), None):
            done, joined = web.end, True
        else:
            more, done = _token(view, at, floor)
            found, joined = found + more, True
    return (sorted(found) if webs else found), joined


def _first_joined(raw: str, floor: int) -> tuple[int, int] | None:
    """Return where the last token before a digit that is not set apart by spaces ended, and that digit's place."""
    for digit in _PLAIN.finditer(raw, floor):
        if digit[1] is None:
            return floor, digit.start()
        floor = digit.end()
    return None


def _decimal(view: View, at: int) -> re.Match[str] | None:
    found = _DECIMAL.match(view.raw, at)
    if not found or (_DAY_MONTH.fullmatch(found[1]) and _may_be_day(view, at)) or _kind(found[1]):
        return None
    return found


def _may_be_day(view: View, at: int) -> bool:
    """Tell whether what stands before ``24.10`` may make a day and its month of it."""
    end = view.gap_before(at)
    return view.folded[end - 1 : end] in {"(", ","} or view.before(at) & _BEFORE_DAYS > 0


def _addresses(raw: str) -> list[Literal]:
    """Return the addresses of the web and of mail: words in them are no numbers either."""
    found = [*_WEB.finditer(raw)] if "://" in raw or "www." in raw.lower() else []
    found += _MAIL.finditer(raw) if "@" in raw else []
    return [Literal(match.start(), match.end(), Kind.CODE) for match in found]


def _token(view: View, at: int, floor: int) -> tuple[list[Literal], int]:
    """Look at the token around the digit at ``at``; return its literals and where it ends."""
    start = at
    while start > floor and not _STOP.match(view.raw, start - 1):
        start -= 1
    if view.raw[start] == "+" and (phone := _PHONE.match(view.raw, start)):
        return [Literal(start, phone.end(), Kind.CODE)], phone.end()
    stop = _STOP.search(view.raw, at)
    end = stop.start() if stop else len(view.raw)
    if host := _HOST.search(view.raw, start, end):
        return [Literal(host.start(), host.end(), Kind.CODE)], end
    return _inside(view, start, end), end


def _inside(view: View, start: int, end: int) -> list[Literal]:
    found: list[Literal] = []
    at = start
    while digit := _DIGIT.search(view.raw, at, end):
        literal = _letters_first(view, start, digit.start(), end) or _digits(view, digit.start(), end)
        if literal:
            found.append(literal)
        run = _JOINED.match(view.raw, digit.start(), end)
        at = max(literal.end if literal else 0, run.end() if run else digit.end())
    return found


def _letters_first(view: View, floor: int, digit: int, end: int) -> Literal | None:
    """Read letters and then digits, from the first of the letters."""
    start = digit
    if start > floor and view.raw[start - 1] in "-–‑":
        start -= 1
    while start > floor and (view.raw[start - 1].isalpha() or view.raw[start - 1].isdigit()):
        start -= 1
    joined = view.raw[start - 1 : start] in {"-", "–"} and view.raw[start - 2 : start - 1].isdigit()
    match = _ALNUM.match(view.raw, start, end) if is_edge(view.raw, start) and not joined else None
    if not match or not _is_cased(match[1][-1]) or match.start(3) > digit:
        return None
    word = view.folded[match.start(1) : match.end(1)]
    if (
        sign_before(view, match.end(1))
        or word in view.habits.bounds
        or (match[2] and word in view.habits.months)
    ):
        return None
    if match[2] and word in view.habits.ordinal_prefixes:
        return Literal(start, match.end(3), Kind.ORDINAL)
    kind = Kind.YEAR if match[2] and _YEAR.fullmatch(match[3]) else Kind.CODE
    return Literal(start, match.end(3) if kind is Kind.YEAR else match.end(), kind)


def behind_letters(view: View) -> list[int]:
    """Return where digits begin right behind the letters of a currency or a caseless prefix: ``USD115``, ``و30``."""
    found = []
    for digit in _BEHIND_LETTER.finditer(view.raw):
        start = digit.start()
        sign = sign_before(view, start)
        if not _is_cased(view.raw[start - 1]) or (sign and sign[0].kind is Kind.CURRENCY):
            found.append(start)
    return found


def _is_cased(char: str) -> bool:
    return char.lower() != char.upper()


def _digits(view: View, start: int, end: int) -> Literal | None:
    for pattern, kind in (
        (_DECADE, Kind.YEAR),
        (_CLOCK_H, Kind.TIME),
        (_GENERATION, Kind.CODE),
        (_NINE_TO_FIVE, Kind.CODE),
    ):
        if found := pattern.match(view.raw, start):
            return Literal(start, found.end(), kind)
    run = _JOINED.match(view.raw, start, end)
    if not run or view.raw[start - 1 : start] == "," or _GOES_ON.match(view.raw, run.end()):
        return None
    joined = Kind.DATE if _is_day_and_month(run[0], view, start) else _kind(run[0])
    return Literal(start, run.end(), joined) if joined else None


def _is_day_and_month(written: str, view: View, start: int) -> bool:
    """Tell whether ``24/10`` stands behind a weekday, a part of the day or a word for *day*: *Senin (24/10)*."""
    if not _DAY_MONTH.fullmatch(written):
        return False
    end = view.gap_before(start)
    end = view.gap_before(end - 1) if view.folded[end - 1 : end] in {"(", ","} and end else end
    own = view.habits
    return any(
        phrases.before(view.folded, end) for phrases in (own.weekdays, own.day_words, own.times) if end
    )


@lru_cache(maxsize=4096)
def _kind(written: str) -> Kind | None:
    """Tell what digits joined by marks are, or ``None`` where they may be a number or a range."""
    if _CLOCK.fullmatch(written):
        return Kind.TIME
    if _YEAR_FIRST.fullmatch(written) or _YEAR_LAST.fullmatch(written) or _MONTH_YEAR.fullmatch(written):
        return Kind.DATE
    groups, marks = re.split(r"\D", written), set(re.sub(r"\d", "", written))
    if season := _SEASON.fullmatch(written):
        return Kind.YEAR if (int(season[1]) + 1) % 100 == int(season[2]) else Kind.CODE
    if ":" in marks:
        return Kind.CODE
    if marks == {"."}:
        return Kind.CODE if len(groups) > 2 and not _grouped(groups) else None
    if marks & {"."}:
        return None
    return _pair(groups, marks) if len(groups) == 2 else Kind.CODE


def _grouped(groups: list[str]) -> bool:
    return len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _pair(groups: list[str], marks: set[str]) -> Kind | None:
    one, two = int(groups[0]), int(groups[1])
    if "/" in marks:
        return Kind.CODE if one == two or not one or (one, two) in _AROUND_THE_CLOCK else None
    zero = any(len(group) > 1 and group[0] == "0" for group in groups)
    return Kind.CODE if one >= two or zero else None


def is_ordinal(view: View, start: int, end: int) -> bool:
    """Tell whether what stands behind digits makes a rank of them: ``15th``, ``16ème``."""
    return _RANK.fullmatch(view.folded, start, end) is not None


def tail(view: View, end: int) -> int:
    """Return where the letters end that follow the digits ending at ``end`` at once and make a code of them."""
    stop = end
    behind = view.raw[end : end + 1]
    if behind.isascii() and not behind.isalnum():
        return end
    if _TIMES.match(view.folded, end):
        return end
    while stop < len(view.raw) and (is_wordlike(view.raw[stop]) or view.raw[stop].isdigit()):
        if is_unspaced(view.raw[stop]) or not (_is_cased(view.raw[stop]) or view.raw[stop].isdigit()):
            return end
        stop += 1
    return stop
