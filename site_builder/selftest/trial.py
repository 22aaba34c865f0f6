"""Each mutant is put before the whole check, alone; one that raises no new finding has survived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from site_builder import pipeline
from site_builder.desks import Desks
from site_builder.frozen import frozen
from site_builder.model.project import Case, ClaimFile, Project
from site_builder.model.settings import Gravity
from site_builder.selftest.elsewhere import moved
from site_builder.selftest.mutants import Mutant, mutants
from site_builder.selftest.prose import misfigured


@frozen
class Outcome:
    """What became of one mutant; ``codes`` are the rules that caught it, none where it survived."""

    mutant: Mutant
    codes: tuple[str, ...]

    @property
    def killed(self) -> bool:
        """Tell whether the check noticed."""
        return bool(self.codes)


def run(project: Project) -> Iterator[Outcome]:
    """Try every mutant of every sound published claim.

    A finding counts where it is an error or a warning and the sound claim has none like it.
    """
    desks = Desks(project.articles)
    for case in pipeline.make_cases(project, desks):
        if not (case.claim.published and case.anchor.found):
            continue
        sound = _findings(project, desks, case.file)
        for mutant in chain(mutants(case, project.today), moved(case, project), misfigured(case, project)):
            found = _findings(*_around(project, desks, mutant), _spoilt(case, mutant)) - sound
            yield Outcome(mutant, tuple(sorted({code for code, _ in found})))


def _spoilt(case: Case, mutant: Mutant) -> ClaimFile:
    translations = case.file.translations if mutant.translations is None else mutant.translations
    claim = case.claim.model_copy(update=mutant.changes)
    return replace(case.file, claim=claim, translations=translations)


def _around(project: Project, desks: Desks, mutant: Mutant) -> tuple[Project, Desks]:
    """Return the newsroom that a mutant is put into."""
    if mutant.article is None or mutant.article.name in project.articles:
        return project, desks
    articles = {**project.articles, mutant.article.name: mutant.article}
    return replace(project, articles=articles), Desks(articles)


def _findings(project: Project, desks: Desks, file: ClaimFile) -> set[tuple[str, str]]:
    report = pipeline.check(replace(project, claims=(file,)), desks=desks).report
    return {
        (judged.finding.code, judged.finding.message)
        for judged in report.standing
        if judged.gravity in (Gravity.ERROR, Gravity.WARNING) and judged.finding.claim == file.id
    }
