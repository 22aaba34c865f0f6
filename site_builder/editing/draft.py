"""A claim file to begin with: the quote, its figures as read, and a word on each field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain

from site_builder import figures
from site_builder.anchoring import anchor, prepare
from site_builder.coverage import cover
from site_builder.editing.scalars import entry
from site_builder.frozen import frozen
from site_builder.model.amount import parse_amount
from site_builder.model.article import Article, Sentence
from site_builder.model.figure import Bound, Figure, Outcome
from site_builder.model.project import Case
from site_builder.model.scale import Scale
from site_builder.rules.amounts import reading_value, unit_words
from site_builder.rules.quotes import telling_surroundings

_LONGEST_NAME = 60
_SIDES = {Bound.AT_MOST, Bound.LESS_THAN, Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT, Bound.NEARLY}


@frozen
class Offer:
    """A sentence to choose. ``number`` counts the article's sentences from 1 and does not depend on the order.

    ``state`` is ``figures`` (it has some that nobody has checked), ``open``, ``set aside`` or ``checked``.
    """

    number: int
    sentence: Sentence
    state: str
    figures: tuple[Figure, ...] = ()


_ORDER = ("figures", "open", "set aside", "checked")


def offers(article: Article, cases: Sequence[Case]) -> tuple[Offer, ...]:
    """Return the article's own sentences, those with uncovered figures first, each group in the text's order."""
    covered = cover(article, cases)
    uncovered = {each.sentence.id: each.figures for each in covered.uncovered}
    states = {
        **{sentence.id: "checked" for sentence in covered.checked},
        **{aside.sentence.id: "set aside" for aside in covered.asides},
        **dict.fromkeys(uncovered, "figures"),
    }
    found = [
        Offer(number, s, states.get(s.id, "open"), uncovered.get(s.id, ()))
        for number, s in enumerate(article.sentences, 1)
        if s.kind.is_article
    ]
    return tuple(sorted(found, key=lambda offer: (_ORDER.index(offer.state), offer.number)))


def draft(
    article: Article,
    sentence: Sentence,
    claim: str,
    verdict: str,
    *,
    scale: Scale,
    language: str,
    schema: str = "",
) -> str:
    """Return the text of a draft claim file about ``sentence``, ready to be read back.

    ``language`` is the site's; ``schema`` is the address of the JSON Schema that editors' programs are to use,
    left out where there is none.
    """
    quote = sentence.span.of(article.text)
    labels = ", ".join(step.label for step in scale.steps)
    return "".join(
        [
            f"# yaml-language-server: $schema={schema}\n" if schema else "",
            entry("article", article.name),
            "# The words of the article, copied. Shorten them to what you check, but never cut a number.\n",
            entry("quote", quote),
            *_surroundings(article, sentence),
            "# What is said, in one plain sentence without any judgement.\n",
            entry("claim", claim),
            "# Who said it. Leave it out where nobody is named.\n",
            "claimant:\n",
            *([_TRANSLATION] if article.language != language else []),
            *_figures(quote, article.language),
            f"# One of: {labels}.\n",
            entry("verdict", verdict),
            "# The outcome in one or two sentences that stand alone.\n",
            "conclusion:\n",
            "# The reasoning, in Markdown: write it after `|`, on lines of its own.\n",
            "explanation:\n",
            _EVIDENCE,
            "# The day of the check, such as 2026-03-25, and who made it.\n",
            "checked_on:\n",
            "checked_by:\n",
            "# Readers do not see a draft. Set this to published when it is done.\n",
            "status: draft\n",
        ]
    )


_TRANSLATION = "# The quote in the language of the site.\ntranslation:\n"
_EVIDENCE = """\
# The sources, one entry for each thing that a source says. Take the signs # away and fill in:
# evidence:
#   - stance: supports            # or: original wording, refutes, context
#     title: The title as printed
#     publisher: Who published it
#     url: https://example.org/
#     quote: Its words, exactly
#     shows: In one sentence of yours, what it shows.
"""


def _surroundings(article: Article, sentence: Sentence) -> Iterator[str]:
    """Yield a prefix or suffix where the sentence stands in the article more than once."""
    quote = sentence.span.of(article.text)
    if not anchor(prepare(article.text, article.language), quote).found:
        told = telling_surroundings(article, quote, sentence.span)
        if told:
            yield "# The quote stands in the article more than once: this tells which one is meant.\n"
            yield entry(*told)


def _figures(quote: str, language: str) -> Iterator[str]:
    found = figures.read(quote, language)
    entries = [line for figure in found if figure.is_quantity for line in _figure(figure, found, language)]
    if entries:
        yield "# The quantities of the quote, as read by the machine. Look at each; delete what you do not check.\n"
        yield "figures:\n"
        yield from entries
    else:
        yield "# Each quantity of the claim, for the machine to look for in the quote; it has read none here.\n"
        yield "# figures:\n#   - value: 80 to 100\n#     unit: hours per week\n"


def _figure(figure: Figure, found: Sequence[Figure], language: str) -> Iterator[str]:
    """Yield the entry of a figure, if reading it back finds it: what cannot be said exactly is not said."""
    value = reading_value(figure.readings[0])
    unit = unit_words(figure.unit, one=value == "1") if figure.unit else None
    said = f"written “{figure.text}”" + (f", {figure.bound}" if figure.bound in _SIDES else "")
    if _stands(value, unit, found, language):
        yield f"  # {' '.join(said.split())}\n"
        yield f"  - {entry('value', value)}"
        yield entry("unit", unit, indent=4) if unit else "    unit:  # what is counted, such as employees\n"


def _stands(value: str, unit: str | None, found: Sequence[Figure], language: str) -> bool:
    try:
        amount = parse_amount(value)
    except ValueError:
        return False
    check = figures.check(amount, unit, found, tuple, language=language)
    return check.outcome is Outcome.FOUND and not check.units_differ


def name_for(claim: str, taken: Sequence[str] = ()) -> str:
    """Return a name for the claim's file, made of its words: lower-case Latin letters, digits and hyphens.

    ``taken`` are names that are in use. A claim in another script gets ``claim`` and a number.
    """
    plain = unicodedata.normalize("NFKD", claim.replace("đ", "d").replace("Đ", "D"))
    words = re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f'’]", "", plain).lower())
    name = next((short for short in _shortened(words) if len(short) <= _LONGEST_NAME), "") or "claim"
    numbered = chain([name] if words else [], (f"{name}-{number}" for number in range(1, len(taken) + 3)))
    return next(each for each in numbered if each not in taken)


def _shortened(words: Sequence[str]) -> Iterator[str]:
    for end in range(len(words), 0, -1):
        yield "-".join(words[:end])
