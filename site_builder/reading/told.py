"""Words that a file tells in several languages: parted into those of the site's own and those beside them.

Only what is written as a map from language to text costs anything here; what comes out of it is the plain data that
the models have always read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from site_builder.model.fields import LANGUAGE
from site_builder.model.source import Problem, Route
from site_builder.model.told import Shape, Translations, shape_of
from site_builder.reading.documents import Document
from site_builder.reading.records import M, build


def build_told(
    model: type[M], document: Document, language: str
) -> tuple[M | None, tuple[Problem, ...], Translations]:
    """Return the record that the document holds, what keeps it from being one, and its words in other languages.

    The record's own words are those in ``language``, the site's; where that is empty, those that stand first.
    """
    parting = _Parting(language)
    if isinstance(document.data, dict):
        document.data = parting.part(document.data, shape_of(model), ())
    record, problems = build(model, document)
    if parting.problems:
        # what was taken out would only be missed once more
        told = {problem.route for problem in parting.problems}
        problems = (*parting.problems, *(p for p in problems if p.route not in told))
        record = None
    return record, problems, parting.translations


@dataclass(slots=True)
class _Parting:
    """One pass through plain data, by the shape of its model."""

    language: str
    problems: list[Problem] = field(default_factory=list)
    translations: dict[Route, Mapping[str, str]] = field(default_factory=dict)

    def part(self, data: dict[str, Any], shape: Shape, route: Route) -> dict[str, Any]:
        """Return ``data`` with the text of the site's language in the place of each map of texts."""
        changed: dict[str, Any] = {}
        for name, value in data.items():
            if value is None or isinstance(value, str) or name not in shape:
                continue
            inner = shape[name]
            if isinstance(inner, bool):
                if isinstance(value, dict):
                    changed[name] = self._told(value, (*route, name), needed=inner)
            elif isinstance(value, list):
                changed[name] = [
                    self.part(item, inner, (*route, name, i)) if isinstance(item, dict) else item
                    for i, item in enumerate(value)
                ]
            elif isinstance(value, dict):
                changed[name] = self.part(value, inner, (*route, name))
        return {**data, **changed} if changed else data

    def _told(self, texts: dict[str, Any], route: Route, *, needed: bool) -> str | None:
        """Return the text of the site's language, and note those of the others."""
        own = self.language or next(iter(texts), "")
        for problem in _unsound(texts, route, own):
            self.problems.append(problem)
        sound = {code: text.strip() for code, text in texts.items() if isinstance(text, str)}
        if own not in texts and (needed or not texts):
            said = f"`{route[-1]}` has no text in `{own}`, the language of the site"
            self.problems.append(Problem("wrong-value", said, route, f"add `{own}:` with the words"))
        others = {code: text for code, text in sound.items() if code != own}
        if others:
            self.translations[route] = others
        # The record is read on with what there is, so that one mistake is told once.
        return sound.get(own) or (next(iter(sound.values()), None) if needed else None)


def _unsound(texts: dict[str, Any], route: Route, own: str) -> Iterator[Problem]:
    for code, text in texts.items():
        at = (*route, code)
        if not LANGUAGE.fullmatch(code):
            near = get_close_matches(code.lower(), (own,), n=1, cutoff=0.5)
            advice = (
                f"did you mean `{near[0]}`?" if near else "write a BCP 47 code, such as en, id, vi or zh-Hant"
            )
            yield Problem("unknown-key", f"`{code}` is no code of a language", at, advice)
        elif isinstance(text, dict | list):
            yield Problem(
                "wrong-value", f"`{code}` needs words, and only words", at, "write one text after the colon"
            )
        elif text is None or not text.strip():
            advice = "write them after the colon, or delete the line"
            yield Problem("wrong-value", f"`{code}` has no words", at, advice)
