"""The pages that an article and its claims have to themselves: made apart from all others, on any process.

They show nothing of other articles, so what they are made from can be told, and they need not be made again while it
stays the same. Their seal tells it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

from site_builder.digests import digest_of
from site_builder.frozen import frozen
from site_builder.model.brief import Dossier, Part, alone
from site_builder.model.project import Case, Project
from site_builder.rendering.assets import Assets
from site_builder.rendering.cards import card_path, embed_code
from site_builder.rendering.catalogue import Tally
from site_builder.rendering.chain import chain_of
from site_builder.rendering.citing import cite, mail_to_share, report_link
from site_builder.rendering.claimants import claimant_key
from site_builder.rendering.claimreview import script_safe
from site_builder.rendering.compiling import Compiled, Programs
from site_builder.rendering.environment import Renderer, make_environment
from site_builder.rendering.evidence import evidence_groups
from site_builder.rendering.excerpt import excerpt
from site_builder.rendering.feeds import feed_body
from site_builder.rendering.headers import policy_in
from site_builder.rendering.lettering import Lettering, can_set
from site_builder.rendering.machine import machine_checks
from site_builder.rendering.numberline import number_lines
from site_builder.rendering.page import Page, page_at, root_of
from site_builder.rendering.prose import Words, prose
from site_builder.rendering.records import (
    News,
    Records,
    article_files,
    make_news,
    make_records,
    make_reviews,
    marks_of,
)
from site_builder.rendering.reviewed import Entry, Reviewed, review
from site_builder.rendering.sealing import addresses_of_claimants
from site_builder.rendering.selectors import text_fragment
from site_builder.rendering.site import Site
from site_builder.rendering.slips import Made, Slip, make_slip
from site_builder.rendering.telling import tell
from site_builder.rules.drift import drifts, stood_before

_MOST_FRAMES = 8
"""Renderers that a process keeps: one for each language of a site, and few sites are told in more."""


_TEMPLATES = (
    "base.html",
    "article.html",
    "claim.html",
    "embed.html",
    "feed_entry.html",
    "notes.html",
    "number_line.html",
    "parts.html",
    "revisions.html",
)
"""What the pages of a bundle are made with."""


@frozen
class Frame:
    """What all bundles of one language share. ``digest`` tells two frames apart.

    ``project`` is the newsroom without its articles and claims, not told in the language yet. ``folders`` are those of
    the templates; ``templates`` are their texts, for machines that have no such folders. ``facts`` and ``programs`` are
    those of the templates compiled for the site. ``letters`` are those that social cards can be set in.
    """

    site: Site
    project: Project
    folders: tuple[Path, ...]
    templates: Mapping[str, str]
    digest: str
    facts: str
    programs: Programs
    letters: frozenset[str]

    def has_card(self, words: str) -> bool:
        """Tell whether a social card can be made that shows ``words``."""
        return self.site.social_cards and can_set(words, self.letters)


@frozen
class Bundle:
    """An article with its published claims, to be told in the language of ``frame``.

    ``content`` is a digest of them. ``said_by`` has the address of each claimant's page, by
    :func:`claimants.claimant_key`; ``seal`` is that of the pages, empty where they have none.
    """

    frame: Frame
    name: str
    content: str
    said_by: Mapping[str, str]
    seal: str

    def parts(self) -> Iterator[str]:
        """Yield everything that the pages are made from, but for the program."""
        yield self.frame.digest
        yield self.content
        yield repr(sorted(self.said_by.items()))
        yield self.seal


@frozen
class Printed:
    """What was made of a bundle: it in brief, its part of what all articles have together, its pages and files."""

    slip: Slip
    records: Records
    news: News
    pages: tuple[Page, ...]


def make_frame(
    renderer: Renderer, folders: Sequence[Path], files: Mapping[str, bytes], project: Project
) -> Frame:
    """Return the frame of a language; ``files`` are all templates and assets."""
    # each bundle has a seal of its own
    site = replace(renderer.site, seal="")
    letters = frozenset(renderer.lettering.letters) if site.social_cards else frozenset[str]()
    whole = hashlib.blake2b(digest_size=24)
    for part in (*_parts(site, project), repr(sorted(letters))):
        whole.update(f"{len(part)}\n{part}".encode("utf-8", "surrogatepass"))
    for name, content in sorted(files.items()):
        whole.update(f"{name}\n{len(content)}\n".encode())
        whole.update(content)
    texts = {name: data.decode("utf-8", "replace") for name, data in files.items() if name.endswith(".html")}
    # whoever makes the pages finds what they all need compiled
    for name in _TEMPLATES:
        renderer.environment.get_template(name)
    compiled = renderer.compiled
    return Frame(
        site=site,
        project=replace(project, articles={}, claims=(), broken=(), kept={}, earlier=None),
        folders=tuple(folders),
        templates=texts,
        digest=whole.hexdigest(),
        facts=compiled.facts,
        programs=dict(compiled.programs),
        letters=letters,
    )


def _parts(site: Site, project: Project) -> Iterator[str]:
    # each bundle has a seal of its own; fingerprints and messages are made from the templates
    for name in sorted({field.name for field in fields(site)} - {"seal", "prints", "messages", "prose"}):
        yield f"{name}: {getattr(site, name)!r}"
    yield "" if site.prose is None else repr(sorted(site.prose))
    yield project.settings.content()
    yield project.scale.model_dump_json()
    yield repr(sorted(project.scale_translations.items(), key=repr))


def make_bundles(parts: Sequence[Part], frame: Frame, sealed_by: Mapping[str, str]) -> Iterator[Bundle]:
    """Yield a bundle for each article, in their order; ``sealed_by`` has their seals by name, if they get any."""
    said_by = addresses_of_claimants(parts)
    for part in parts:
        if part.name is not None:
            seal = sealed_by.get(part.name, "")
            yield Bundle(frame, part.name, part.published, said_by[part.name], seal)


def print_bundle(bundle: Bundle, dossier: Dossier) -> Printed:
    """Make the pages of an article and its claims, and what lists and data have of them."""
    frame = bundle.frame
    project, cases = told_alone(dossier, frame.project, frame.site.language)
    (article,) = project.articles.values()
    reviewed = review(article, cases, frame.has_card)
    renderer, site = _renderer(frame), frame.site
    reviews = make_reviews(reviewed.entries, site, project.scale)
    sealed = replace(site, seal=bundle.seal)
    press = _Press(bundle, project, Tally(project.scale.steps), reviewed, renderer, sealed, reviews)
    made = [_made(page) for page in (*press.pages(), *article_files(reviewed, site))]
    records = make_records(reviewed, site)
    news = make_news(reviewed, reviews, site, feed_body(renderer))
    slip = make_slip(reviewed, [note for note, _ in made], marks_of(records, news))
    return Printed(slip, records, news, tuple(page for _, page in made))


def _made(page: Page) -> tuple[Made, Page]:
    """Return a page as bytes, and what is noted of it."""
    text = str(page.content)
    content = text.encode()
    policy = policy_in(text) if page.path.endswith(".html") else ""
    return Made(page.path, digest_of(content), len(content), policy), Page(page.path, content)


def told_alone(dossier: Dossier, frame: Project, language: str) -> tuple[Project, tuple[Case, ...]]:
    """Return a dossier with its published claims alone, as told in ``language``."""
    cases = tuple(case for case in dossier.cases if case.claim.published)
    published = replace(dossier, files=tuple(case.file for case in cases))
    return tell(alone(published, frame), cases, language)


_renderers: dict[str, Renderer] = {}


def _renderer(frame: Frame) -> Renderer:
    """Return this process' renderer for a frame: made once, for it compiles all templates."""
    if frame.digest not in _renderers:
        while len(_renderers) >= _MOST_FRAMES:
            del _renderers[next(iter(_renderers))]
        here = all(folder.is_dir() for folder in frame.folders)
        compiled = Compiled(frame.facts, frame.programs)
        environment = make_environment(frame.folders, frame.site, compiled, None if here else frame.templates)
        _renderers[frame.digest] = Renderer(environment, compiled, frame.site, Assets({}), Lettering({}))
    return _renderers[frame.digest]


@frozen
class _Press:
    bundle: Bundle
    project: Project
    tally: Tally
    reviewed: Reviewed
    renderer: Renderer
    sealed: Site
    reviews: tuple[str, ...]

    def pages(self) -> Iterator[Page]:
        """Yield the article's page, then the page and the card of each claim."""
        yield self._article()
        for entry in self.reviewed.entries:
            yield self._claim(entry)
            yield self._page(card_path(entry.path), "embed.html", entry=entry, tombstone=None)

    def _page(self, address: str, template: str, **names: object) -> Page:
        path = page_at(address)
        common = {"root": root_of(path), "address": address, "catalogue": self.tally, "site": self.sealed}
        return Page(path, self.renderer.page(template, **common, **names))

    def _article(self) -> Page:
        reviewed = self.reviewed
        root = root_of(page_at(reviewed.path))
        parts = self.renderer.environment.get_template("notes.html").make_module({"root": root})
        words = Words(
            pin=parts.pin,  # type: ignore[attr-defined]
            note=lambda entry: parts.note(entry, *_beside(reviewed, entry)),  # type: ignore[attr-defined]
        )
        return self._page(
            reviewed.path, "article.html", card=reviewed.card, reviewed=reviewed, prose=prose(reviewed, words)
        )

    def _claim(self, entry: Entry) -> Page:
        site, project, reviewed = self.renderer.site, self.project, self.reviewed
        record, claim, parts = reviewed.article.record, entry.case.claim, entry.case.anchor.parts
        before, after = _beside(reviewed, entry)
        return self._page(
            entry.path,
            "claim.html",
            card=entry.card,
            entry=entry,
            reviewed=reviewed,
            said_by=self.bundle.said_by.get(claimant_key(claim.claimant or ""), ""),
            scale=project.scale,
            excerpt=excerpt(entry.case),
            drifts=drifts(entry.case),
            gone=stood_before(entry.case),
            chain=chain_of(entry.case),
            lines=number_lines(entry.case, site.messages, project.settings.language),
            evidence=evidence_groups(claim.evidence),
            checks=machine_checks(entry.case, project.settings.language),
            before=before,
            after=after,
            published_at=text_fragment(record.url, entry.case.article.text, parts) if record.url else "",
            embed=embed_code(entry, site) if site.url else "",
            citation=cite(entry, site),
            share=mail_to_share(entry, site) if site.url else "",
            report_at=report_link(entry.path, site),
            review=script_safe(self.reviews[entry.number - 1]) if self.reviews else "",
        )


def _beside(reviewed: Reviewed, entry: Entry) -> tuple[Entry | None, Entry | None]:
    """Return the claims before and after ``entry`` in its article's text."""
    at = entry.number - 1
    entries = reviewed.entries
    return (entries[at - 1] if at else None), (entries[at + 1] if at + 1 < len(entries) else None)
