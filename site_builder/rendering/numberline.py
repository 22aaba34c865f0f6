"""A claim's figure on one line with those of its sources.

Only what states the same quantity may stand on one line. For evidence that is the editor's word, checked against the
quote (rules E012 and E013). For the chain it is read, and only where nothing else can be meant: the claim states one
figure of that measure, and the sentence in the earlier text has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from site_builder.chains import ARTICLE, passages, same_unit
from site_builder.figures import canonical_unit, read
from site_builder.frozen import frozen
from site_builder.model.claim import ClaimFigure, Evidence, EvidenceFigure
from site_builder.model.figure import Bound, Figure, Outcome
from site_builder.model.project import Case
from site_builder.rendering.evidence import place_of, sign_of
from site_builder.rendering.messages import Messages, message
from site_builder.rendering.scaling import Mark, Quantity, Scale, Tick
from site_builder.rules.beside import candidates, look_for

_SAID: Mapping[Bound, str] = {
    Bound.ABOUT: message("about {value}"),
    Bound.AT_LEAST: message("at least {value}"),
    Bound.AT_MOST: message("at most {value}"),
    Bound.MORE_THAN: message("more than {value}"),
    Bound.LESS_THAN: message("less than {value}"),
    Bound.NEARLY: message("nearly {value}"),
}


@frozen
class Row:
    """One figure: ``message`` says it with a gap for ``value``; ``unit`` only where it is not the line's.

    ``source`` is ``claim``, ``chain`` or ``evidence``; ``who`` names a source, ``relation`` what a text of the chain
    is to the next; ``sign`` and ``stance`` are the evidence's; ``at`` is its place in the claim file, from 0.
    """

    source: str
    message: str
    value: str
    mark: Mark
    who: str = ""
    relation: str = ""
    sign: str = ""
    stance: str = ""
    unit: str = ""
    note: str = ""
    at: int = -1


@frozen
class NumberLine:
    """A line with its ticks; the first of ``rows`` is the claim's own."""

    unit: str
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    from_zero: bool


@frozen
class _Quantity(Quantity):
    source: str = "claim"
    who: str = ""
    relation: str = ""
    sign: str = ""
    stance: str = ""
    unit: str = ""
    note: str = ""
    at: int = -1


def number_lines(case: Case, messages: Messages, own: str) -> tuple[NumberLine, ...]:
    """Return a line for each figure of the claim that has something to be compared with.

    Numbers are written for the readers of ``messages``; units are as claim files have them, in ``own``.
    """
    if not case.article.record.chain and not any(item.figures for item in case.claim.evidence):
        return ()
    lines = (_line(case, at, messages, own) for at in range(len(case.claim.figures)))
    return tuple(line for line in lines if line)


def _line(case: Case, at: int, messages: Messages, own: str) -> NumberLine | None:
    claimed = case.claim.figures[at]
    mine = _claimed(case, at)
    chain = list(_from_chain(case, claimed, own))
    evidence = list(_from_evidence(case, at, own))
    if not evidence and not any(each.differs(mine) for each in chain):
        return None
    quantities = [mine, *chain, *evidence]
    scale = Scale.of(quantities, percent=canonical_unit(claimed.unit or "", own) == "percent")
    rows = tuple(_row(quantity, scale, claimed.unit or "", messages, own) for quantity in quantities)
    return NumberLine(claimed.unit or "", rows, tuple(scale.ticks(messages)), scale.start == 0)


def _claimed(case: Case, at: int) -> _Quantity:
    value, found = case.claim.figures[at].value, case.figures[at]
    bound = found.figure.bound if found.figure and found.outcome is Outcome.FOUND else Bound.EXACT
    return _Quantity(value.low, value.high, bound, note=case.claim.figures[at].note or "")


def _from_evidence(case: Case, at: int, own: str) -> Iterator[_Quantity]:
    order = sorted(enumerate(case.claim.evidence), key=lambda each: place_of(each[1].stance))
    for place, evidence in order:
        for figure in evidence.figures:
            if candidates(figure, case.claim.figures, own) == [at]:
                yield _stated(figure, evidence, place, own)


def _stated(figure: EvidenceFigure, evidence: Evidence, place: int, own: str) -> _Quantity:
    found = look_for(figure, evidence, own).figure
    sign, stance = sign_of(evidence.stance)
    return _Quantity(
        figure.value.low,
        figure.value.high,
        found.bound if found else Bound.EXACT,
        "evidence",
        who=evidence.publisher or evidence.title or "",
        sign=sign,
        stance=stance,
        unit=figure.unit or "",
        note=figure.note or "",
        at=place,
    )


def _from_chain(case: Case, claimed: ClaimFigure, own: str) -> Iterator[_Quantity]:
    unit = canonical_unit(claimed.unit, own) if claimed.unit else None
    if unit is None or sum(_same(unit, other.unit, own) for other in case.claim.figures) != 1:
        return
    texts = {text.id: text for text in case.article.record.chain}
    for passage in passages(case):
        if passage.text == ARTICLE:
            continue
        found = [f for f in read(passage.words, passage.language) if _may_be(f, unit)]
        if len(found) == 1 and (ends := _ends(found[0])):
            text = texts[passage.text]
            who = text.publisher or text.title or ""
            yield _Quantity(*ends, found[0].bound, "chain", who=who, relation=text.relation)


def _same(unit: str, other: str | None, own: str) -> bool:
    return other is not None and same_unit(unit, canonical_unit(other, own))


def _may_be(figure: Figure, unit: str) -> bool:
    return figure.is_quantity and figure.unit is not None and same_unit(unit, figure.unit)


def _ends(figure: Figure) -> tuple[Fraction, Fraction] | None:
    """Return the two ends of a figure, equal for one number; ``None`` where it can be read in several ways."""
    if len(figure.readings) != 1:
        return None
    ends = [end for end in (figure.readings[0].low, figure.readings[0].high) if end is not None]
    return (ends[0], ends[-1]) if ends else None


def _row(quantity: _Quantity, scale: Scale, unit: str, messages: Messages, own: str) -> Row:
    # another name of what is counted is the source's own word
    named = canonical_unit(quantity.unit, own) is None and quantity.unit != unit
    ends = dict.fromkeys((messages.decimal(quantity.low), messages.decimal(quantity.high)))
    return Row(
        source=quantity.source,
        message=_SAID.get(quantity.bound, "{value}"),
        value="–".join(ends),
        mark=scale.mark(quantity),
        who=quantity.who,
        relation=quantity.relation,
        sign=quantity.sign,
        stance=quantity.stance,
        unit=quantity.unit if named else "",
        note=quantity.note,
        at=quantity.at,
    )
