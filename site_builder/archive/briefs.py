"""From a dossier to its brief."""

from __future__ import annotations

from site_builder import counting, rules
from site_builder.dossiers import spots
from site_builder.model.brief import Brief, Dossier, alone
from site_builder.model.outline import outlines
from site_builder.model.project import ClaimFile, Project
from site_builder.rules import Scope
from site_builder.seals import part_of


def brief_of(dossier: Dossier, frame: Project) -> Brief:
    """Return the dossier in brief, with what is found on the day of ``frame``."""
    project, article = alone(dossier, frame), dossier.article
    today = tuple(rules.run(project, dossier.cases, scopes=(Scope.DAY,)))
    return Brief(
        part=part_of(article, dossier.files),
        path=article.path if article else "",
        claims=outlines(dossier.files, project.articles),
        findings=(*dossier.findings, *today),
        spots={**dossier.spots, **spots(today, project)},
        counts=counting.count(project, dossier.files, dossier.cases),
        unseen=tuple(filter(_is_unseen, dossier.files)),
        orphaned=not all(case.anchor.found for case in dossier.cases),
        revised=bool(article and article.record.revisions),
        snapshots=snapshots(dossier),
        topics=_topics(dossier),
    )


def snapshots(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the kept copies of sources that its claims name."""
    evidence = (e for file in dossier.files if file.claim for e in file.claim.evidence)
    return tuple(sorted({e.snapshot.file for e in evidence if e.snapshot}))


def _topics(dossier: Dossier) -> tuple[str, ...]:
    topics = (topic for file in dossier.files if file.claim for topic in file.claim.topics)
    return tuple(dict.fromkeys(topics))


def _is_unseen(file: ClaimFile) -> bool:
    return file.claim is not None and (not file.claim.published or bool(file.claim.excuses))
