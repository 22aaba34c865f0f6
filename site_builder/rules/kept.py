"""Shared by the rules on kept copies of sources: which text belongs to which piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Evidence
from site_builder.model.project import ClaimFile, KeptText, Project


def snapshots(file: ClaimFile, project: Project) -> Iterator[tuple[int, Evidence, KeptText | None]]:
    """Yield each piece of evidence that has a kept copy, with its place and the copy, ``None`` if it is missing."""
    for i, evidence in enumerate(file.claim.evidence if file.claim else ()):
        if evidence.snapshot:
            yield i, evidence, project.kept.get(evidence.snapshot.file)


def languages(project: Project) -> dict[str, str]:
    """Return the language of each kept copy, by its name, as the first piece of evidence that names it says."""
    found: dict[str, str] = {}
    for file in project.claims:
        for evidence in file.claim.evidence if file.claim else ():
            if evidence.snapshot:
                found.setdefault(evidence.snapshot.file, evidence.language or project.settings.language)
    return found
