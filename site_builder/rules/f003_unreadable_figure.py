"""unreadable-figure: a figure of the claim was not checked, because the article's language cannot be read

## What it checks

Numbers in digits are read in every language, numbers in words only in those that the tool knows. Where a figure is not
in the quote in digits, and the article's language is none of these, it was not checked, and this says so.

## Why it matters

What was not checked must never look as if it had been.

## Fails

The article is in a language whose number words the tool does not know, and no digits in the quoted sentence match.

## Passes

The article is in a language that the tool reads, or the figure is there in digits.

## How to mend it

Compare the figure with the article yourself. If it is right, excuse the finding in the claim file, with the reason
and a day on which to look again. If the article's `language` is given wrongly, correct it in the article's record.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.figure import Outcome
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.amounts import claimed
from site_builder.rules.wording import quoted

CODE = "F003"
NAME = "unreadable-figure"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that could not be looked for."""
    if not case.anchor.found:
        return
    language = quoted(case.article.language)
    for i, (figure, outcome) in enumerate(zip(case.claim.figures, case.figures, strict=True)):
        if outcome.outcome is Outcome.UNREADABLE:
            yield Finding(
                CODE,
                f"the figure {claimed(figure)} is not checked: number words in the language {language} cannot be read",
                Location(case.file.path, ("figures", i, "value")),
                related=(Location(case.article.path, span=case.anchor.parts[0]),),
                help="it is not there in digits: compare it with the article yourself",
                claim=case.file.id,
            )
