"""The normal form of a text: one spelling of everything that is only typography, with an exact way back."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.span import Span
from site_builder.text.case import fold
from site_builder.text.families import CASE, UNICODE_FORM, Rewritten, compose, fast_steps, steps
from site_builder.text.stages import Stage, trace


@dataclass(frozen=True, slots=True)
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


def normalise(text: str, language: str = "", *, case: bool = True, without: str = "") -> NormalForm:
    """Return the normal form of ``text``.

    A run of spaces becomes one space; a run of spaces and line breaks becomes one line break, for words on two
    lines do not stand in one sentence. ``language`` is a BCP 47 code; ``case`` keeps differences of case;
    ``without`` leaves one family out.
    """
    found: list[Rewritten] = [(text, None)]
    composing = without != UNICODE_FORM and not text.isascii()
    for number, step in enumerate(steps() if without else fast_steps()):
        if step.family != without or not without:
            found.append(step.apply(found[-1][0]))
        if number == 0 and composing:
            found.append(compose(found[-1][0]))
    if composing:
        found.append(compose(found[-1][0]))
    form = NormalForm(found[-1][0], tuple(stage for _, stage in found if stage))
    return form if case else fold_case(form, language)


def fold_case(form: NormalForm, language: str) -> NormalForm:
    """Return ``form`` with differences of case removed as well."""
    text, stages = fold(form.text, primary(language))
    return NormalForm(text, form.stages + stages)


def differing(one: str, other: str, language: str) -> tuple[str, ...]:
    """Name the families that must be made equal before two stretches with one normal form are equal."""
    if one == other:
        return ()
    names = dict.fromkeys((UNICODE_FORM, *(step.family for step in steps())))
    needed = [name for name in names if not _equal(one, other, language, without=name)]
    if normalise(one).text != normalise(other).text:
        needed.append(CASE)
    return tuple(needed)


def _equal(one: str, other: str, language: str, without: str) -> bool:
    composed = without != UNICODE_FORM
    forms = (normalise(text, without=without).text for text in (one, other))
    return len({fold(form, primary(language), composed=composed)[0] for form in forms}) == 1
