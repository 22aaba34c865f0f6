"""What tests print: a newsroom that is in memory, its catalogue, and its articles in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_builder import rendering
from site_builder.archive import Held
from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.rendering.catalogue import Catalogue, make_catalogue
from site_builder.rendering.compiling import Memory
from site_builder.rendering.reviewed import Reviewed, review
from site_builder.rendering.slips import make_slip
from site_builder.rendering.withdrawn import tombstones


def printed(
    project: Project,
    cases: Sequence[Case],
    report: Report,
    site: rendering.Site,
    folders: Sequence[Path],
    memory: Memory | None = None,
) -> Iterator[rendering.Page]:
    """Yield every page and file of a site but the prose pages."""
    held = Held(project, tuple(cases))
    for page in rendering.press(held, site, folders, memory=memory).pages():
        content = page.content
        # what is bytes in the end is easier to look at as text
        text = content.decode() if isinstance(content, bytes) and _is_text(page.path) else content
        yield rendering.Page(page.path, text)


def _is_text(path: str) -> bool:
    return path.endswith((".html", ".txt", ".xml", "feed.json", "annotations.json", "oembed.json"))


def reviewed(
    project: Project, cases: Sequence[Case], has_card: Callable[[str], bool] = lambda _: False
) -> list[Reviewed]:
    """Return the articles in full, with their published claims."""
    return [
        review(article, [case for case in cases if case.article.name == name], has_card)
        for name, article in project.articles.items()
    ]


def listed(
    project: Project, cases: Sequence[Case], has_card: Callable[[str], bool] = lambda _: False
) -> Catalogue:
    """Return what lists show of a newsroom."""
    slips = (make_slip(each, ()) for each in reviewed(project, cases, has_card))
    return make_catalogue(slips, project.scale, tombstones(project))
