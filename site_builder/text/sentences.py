"""Sentences of a text, without loss: offsets are code points into the untouched text.

sentencex proposes; the layer here decides what articles need. What it cannot do, by language:

- Thai, Lao: where a writer ends a sentence with a space alone, it runs on to the next mark or line break.
- Every language: two sentences with no mark between them (reviews, headlines run together) stay one; an
  abbreviation at the end of a sentence before a name (``in the U.S. Obama said``) is not told from one inside.
- German, Danish, Norwegian: an ordinal without an article before it (``Kapitel 3. Teil``) ends its sentence.
- German, Spanish and others: a colon or semicolon ends no sentence, though some treebanks say so.
- Chinese, Japanese: after a closing quotation mark a sentence ends only where sentencex ends it, and in Japanese
  not before a particle.
- Single quotation marks are not told from apostrophes: speech between them is split only where sentencex does.
- An item under a bullet is one unit, however many sentences it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from sentencex import segment as propose

from site_builder.model.span import Span
from site_builder.text.abbreviations import after_acronym, awaits_more
from site_builder.text.lines import lines
from site_builder.text.normal import primary

# Quotation marks keep sentencex from seeing the sentences between them, and unpaired ones, half a paragraph.
# Masked they do not; an ellipsis then counts as any other point.
_MASKED = '"“”„‟«»「」『』'
_MASKED_PAIRS = re.compile(r"``|''|,,(?=\w)")
_PAUSE = re.compile(r"…(?=\W)")

# Some close in one language and open in another: before a word they open.
_CLOSERS = re.compile(r"(?:''|``|[”»’'」』)\]}›]|[“«](?!\w))+")
# What begins no sentence: closing and middle punctuation, or a dash and a small letter after a question in speech.
_CONTINUES = re.compile(r"\s*(?:[,;:.!?/%)\]}、。，]|[”»’」』](?!\w)|[-–—]+\s*(?P<small>[^\W\d_]))")
_APART = re.compile(r"\s+(?P<mark>\"|''|»|”)(?=\s|$)")
_WORD = re.compile(r"\w")
_SMALL = re.compile(r"\s*(?P<small>[^\W\d_])")
_BULLETS = "•⁃‣◦▪●○■□►➤✓✔"
_MARKER = re.compile(r"[•⁃‣◦▪*–-]?\s*[(\[]?(?:\d{1,3}|[ivxlIVXL]{1,5}|[A-Za-z])[.)]{1,2}\)?")
_LATE_MARKER = re.compile(r"(?<=\s)(?!\d)[^\WA-Z]\w{3,}[.!?:;](?P<gap>\s+)\d{1,2}[.)]$")

# Ends that sentencex does not see: a point set apart by a space, footnote numbers after it, a bullet.
_MORE_ENDS = re.compile(
    r"[.!?](?:(?<=\s.)(?<!\.\s.)(?=\s+[\"“«‘(]?\s?(?P<capital>[^\W\d_]))"
    r"|(?:(?<=[^\W\d_]{3}\.)|(?<=\)\.))\d{1,3}(?:[ ,]\d{1,3})*(?=\s+(?P<next>[^\W\d_])))"
)
_PARENTHESIS = re.compile(
    r"\((?:(?<=^\()|(?<=[.!?]\s\()|(?<=[.!?][\"”»]\s\())[^\W\d_][^()]*[.!?]\)(?=\s+[^\W\d_])"
)
_KHMER = re.compile(r"[។៕](?=\s)")
_BEFORE_BULLET = re.compile(rf"[{_BULLETS}](?<=\s.)(?=\s?\w)")
# An item under a bullet is one unit, as a heading is. Dashes also begin lines of dialogue, which are not.
_ITEM = re.compile(rf"\s*[*{_BULLETS}]\s[^*{_BULLETS}]*$")
_GLUED = re.compile(r"\w{3}[.!?…](?=[^\W\d_]{2}|[^\W\d_] )")
_LONG_WORD = 120
# In Japanese a verb of saying follows the closing mark with a particle.
_HIRAGANA = re.compile("[\u3041-\u309f]")
_ADDRESS = re.compile(r"[@/]|www\.|\w\.[a-z]")


def split(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences, in order; only white space lies between them.

    Every line break ends a sentence; quoted speech of several sentences is split inside the quotation marks.
    """
    code = primary(language)
    found: list[Span] = []
    for line in lines(text):
        if line.start < line.end:
            found += _split_line(line.of(text), code, line.start)
    return tuple(found)


def _split_line(line: str, language: str, offset: int) -> Iterator[Span]:
    ends = [0, *([] if _ITEM.match(line) else _ends(line, language)), len(line)]
    for start, end in pairwise(ends):
        words = line[start:end]
        left = words.lstrip()
        if left:
            first = offset + start + len(words) - len(left)
            yield Span(first, first + len(left.rstrip()))


def _ends(line: str, language: str) -> list[int]:
    """Return where sentences end inside ``line``, in order."""
    seen = line
    for mark in _MASKED:
        seen = seen.replace(mark, " ")
    if "``" in seen or "''" in seen or ",," in seen:
        seen = _MASKED_PAIRS.sub(_blank, seen)
    if "…" in seen:
        seen = _PAUSE.sub(".", seen)
    ends = {
        end
        for at in _proposed(seen, language)
        if (end := _closed(line, at)) and _may_end(line, at, end, language)
    }
    ends.update(_more_ends(line, language))
    return _without_markers(line, sorted(ends))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _proposed(line: str, language: str) -> list[int]:
    """Return the ends that sentencex proposes, white space taken off, but for the last."""
    ends, at = [], 0
    for piece in propose(language, line):
        at += len(piece)
        ends.append(at - len(piece) + len(piece.rstrip()))
    return ends[:-1]


@lru_cache(maxsize=4)
def _closed_plainly(line: str, language: str) -> frozenset[int]:
    """Return the ends that sentencex proposes where it sees the quotation marks, past the closing ones."""
    return frozenset(_closed(line, end) for end in _proposed(line, language))


def _closed(line: str, end: int) -> int:
    """Return ``end`` moved past the closing marks that follow it, at once or each between spaces."""
    while end < len(line):
        closers = _CLOSERS.match(line, end)
        if closers:
            end = closers.end()
        elif line[end] == '"' and not (_WORD.match(line, end + 1) and _opens(line, end, '"')):
            end += 1
        else:
            break
    apart = _APART.match(line, end)
    if apart and not (apart["mark"] in "\"''" and _opens(line, apart.start("mark"), apart["mark"])):
        return apart.end()
    return end


def _opens(line: str, at: int, mark: str) -> bool:
    """Tell whether a straight mark between spaces opens a quotation: its fellows stand before it in pairs.

    One that has no fellow at all closes words whose beginning is not here.
    """
    before = line.count(mark, 0, at)
    return before % 2 == 0 and (before > 0 or mark in line[at + len(mark) :])


def _may_end(line: str, at: int, end: int, language: str) -> bool:
    if _awaits(line, at, language) or _continues(line, at, end):
        return False
    if end == len(line) or line[end].isspace():
        return True
    if end > at and _HIRAGANA.match(line, end):
        return False
    if line[at - 1] in ".!?…":
        return end == at and _may_be_glued(line, at)
    return end == at or end in _closed_plainly(line, language)


def _awaits(line: str, at: int, language: str) -> bool:
    return awaits_more(line[max(0, at - 24) : at], line[at : at + 3], language)


def _continues(line: str, at: int, end: int) -> bool:
    """Tell whether what follows ``end`` goes on with the sentence."""
    following = _CONTINUES.match(line, end)
    if following:
        return following["small"] is None or following["small"].islower()
    if end > at or line[at - 1] == "…":
        small = _SMALL.match(line, end)
        return small is not None and small["small"].islower()
    return False


def _may_be_glued(line: str, at: int) -> bool:
    """Tell whether two sentences were written without a space, rather than an address or a name: ``end.Next``."""
    start = line.rfind(" ", max(0, at - _LONG_WORD), at) + 1 or max(0, at - _LONG_WORD)
    stop = line.find(" ", at, at + _LONG_WORD)
    word = line[start : stop if stop >= 0 else at + _LONG_WORD]
    return (
        line[at].isupper()
        and _GLUED.match(line, max(start, at - 4)) is not None
        and not _ADDRESS.search(word)
    )


def _more_ends(line: str, language: str) -> Iterator[int]:
    for match in _MORE_ENDS.finditer(line):
        letter = match["capital"] or match["next"]
        if not (letter.islower() or _awaits(line, match.end(), language)):
            yield match.end()
    # what most lines have no sign of is not looked for
    if not line.isascii():
        if any(map(line.__contains__, _BULLETS)):
            yield from (match.start() for match in _BEFORE_BULLET.finditer(line))
        if "។" in line or "៕" in line:
            yield from (match.end() for match in _KHMER.finditer(line))
    if "(" in line:
        yield from (match.end() for match in _PARENTHESIS.finditer(line))
    starters = after_acronym(language)
    if starters:
        yield from (match.end() for match in starters.finditer(line))


def _without_markers(line: str, ends: list[int]) -> list[int]:
    """Return ``ends`` so that a list's ``1.`` stays with the words it numbers."""
    kept, start = [], 0
    for end in ends:
        piece = line[start:end].strip()
        if _MARKER.fullmatch(piece):
            continue
        late = line[end - 2 : end - 1].isdigit() and _LATE_MARKER.search(line, start, end)
        kept.append(late.start("gap") if late else end)
        start = kept[-1]
    return kept
