"""The normal form of a text: one spelling of everything that is only typography, with an exact way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from site_builder.frozen import frozen
from site_builder.model.span import Span
from site_builder.text.case import fold
from site_builder.text.families import (
    CASE,
    COMMON,
    UNICODE_FORM,
    Step,
    compose,
    fast_steps,
    has_signs,
    plain_composition,
    steps,
)
from site_builder.text.stages import Stage, trace


@frozen
class NormalForm:
    """A text in normal form and the map back to the original; all offsets are code points."""

    text: str
    stages: tuple[Stage, ...]

    def original(self, span: Span) -> Span:
        """Return the stretch of the original that ``span`` of the normal form stands for."""
        return trace(self.stages, span)

    def splits(self, offset: int) -> bool:
        """Tell whether ``offset`` falls inside one character of the original, such as the ligature ``ﬁ``."""
        for stage in reversed(self.stages):
            if stage.splits(offset):
                return True
            offset = stage.start(offset)
        return False


def primary(language: str) -> str:
    """Return the language of a BCP 47 code without script and region: ``zh`` for ``zh-Hant``."""
    return language.replace("_", "-").partition("-")[0].lower()


def normalise(text: str, language: str = "", *, case: bool = True) -> NormalForm:
    """Return the normal form of ``text``.

    A run of spaces becomes one space; a run of spaces and line breaks becomes one line break, for words on two
    lines do not stand in one sentence. ``language`` is a BCP 47 code; ``case`` keeps differences of case.
    """
    stages: list[Stage] = []
    for sign, plain in COMMON.items():
        text = text.replace(sign, plain)  # one for one: there is no way back to keep
    for changed, stage, _ in _rewritten(text, fast_steps()):
        text = changed
        if stage:
            stages.append(stage)
    form = NormalForm(text, tuple(stages))
    return form if case else fold_case(form, language)


def normal_text(text: str, language: str = "", *, case: bool = True) -> str:
    """Return the text of :func:`normalise` alone, without the way back: in less time."""
    for sign, plain in COMMON.items():
        text = text.replace(sign, plain)
    composing = not text.isascii()
    invisible, single, *sequences = fast_steps()
    if composing or not text.isprintable():
        text = invisible.plainly(text)
        text = single.plainly(plain_composition(text) if composing else text)
    for step in sequences if has_signs(text) else ():
        text = step.plainly(text)
    text = plain_composition(text) if composing else text
    return text if case else fold(text, primary(language))[0]


def _rewritten(
    text: str, steps: Sequence[Step], without: str = ""
) -> Iterator[tuple[str, Stage | None, str]]:
    """Yield the text after each rewriting that changed it, the way back, and its family; one family left out."""
    composing = without != UNICODE_FORM and not text.isascii()
    for number, step in enumerate(steps):
        if step.family != without or not without:
            changed, stage = step.apply(text)
            if changed != text:
                yield changed, stage, step.family
                text = changed
        if composing and number in (0, len(steps) - 1):
            changed, stage = compose(text)
            if changed != text:
                yield changed, stage, UNICODE_FORM
                text = changed


def fold_case(form: NormalForm, language: str) -> NormalForm:
    """Return ``form`` with differences of case removed as well."""
    text, stages = fold(form.text, primary(language))
    return NormalForm(text, form.stages + stages)


def differing(one: str, other: str, language: str) -> tuple[str, ...]:
    """Name the families that must be made equal before two stretches with one normal form are equal."""
    if one == other:
        return ()
    touched = {family for text in (one, other) for _, _, family in _rewritten(text, steps())}
    cased = normalise(one).text != normalise(other).text
    needed = [
        name
        for name in _families()
        if name in touched and not _equal_without(name, one, other, language, cased)
    ]
    return (*needed, CASE) if cased else tuple(needed)


@cache
def _families() -> tuple[str, ...]:
    return tuple(dict.fromkeys((UNICODE_FORM, *(step.family for step in steps()))))


def _equal_without(family: str, one: str, other: str, language: str, cased: bool) -> bool:
    forms = []
    for text in (one, other):
        last = text
        for changed, _, _ in _rewritten(text, steps(), family):
            last = changed
        forms.append(fold(last, primary(language), composed=family != UNICODE_FORM)[0] if cased else last)
    return forms[0] == forms[1]
