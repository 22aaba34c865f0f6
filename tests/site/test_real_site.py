"""The published site, read back from its files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from site_builder.coverage import cover
from site_builder.model.project import Case
from site_builder.pipeline import load, make_cases
from tests.conftest import ROOT, run
from tests.site import site_reader

BASE = "https://example.org/"


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    import datetime

    return make_cases(load(ROOT, datetime.date(2026, 11, 23)))


def test_what_can_be_checked_was_checked(cases: tuple[Case, ...]):
    """Every sentence of the article's own is covered by a claim or set aside with its reason."""
    covered = cover(cases[0].article, cases)
    settled = {s.id for s in covered.checked} | {aside.sentence.id for aside in covered.asides}
    assert [s for s in covered.sentences if s.id not in settled] == []
    named = {"80-to-100-hours", "600-layoffs-at-meta", "ninety-percent-of-fortune-500"}
    assert named <= {case.file.slug for case in cases if case.claim.published}


def test_one_page_for_each_claim(real_site: Path, cases: tuple[Case, ...]):
    for case in cases:
        text = site_reader.page(real_site / "claims" / case.file.id / "index.html").css_first("h1")
        assert text is not None
        assert text.text().strip() == case.claim.claim


def test_every_claim_links_to_its_sentence_and_the_sentence_back(real_site: Path, cases: tuple[Case, ...]):
    article = real_site / "articles/100-jam/index.html"
    for case in cases:
        claim = real_site / "claims" / case.file.id / "index.html"
        assert any(
            target.endswith(f"articles/100-jam/#{case.file.slug}") for _, target in site_reader.links(claim)
        ), f"{case.file.id} has no link to its sentence"
        assert any(target.endswith(f"claims/{case.file.id}/") for _, target in site_reader.links(article)), (
            f"the article has no link to {case.file.id}"
        )


def test_the_marked_element_holds_the_quote(real_site: Path, cases: tuple[Case, ...]):
    tree = site_reader.page(real_site / "articles/100-jam/index.html")
    for case in cases:
        for number, part in enumerate(case.anchor.parts, 1):
            mark = tree.css_first(f'[id="{case.file.slug if number == 1 else f"{case.file.slug}.{number}"}"]')
            assert mark is not None, case.file.id
            words = "".join(
                node.text(deep=False)
                for node in mark.traverse(include_text=True)
                if node.tag == "-text" and not _in_pin(node)
            )
            assert words == part.of(case.article.text)


def _in_pin(node: object) -> bool:
    parent = getattr(node, "parent", None)
    while parent is not None:
        if "pin" in (parent.attributes.get("class") or "").split():
            return True
        parent = parent.parent
    return False


def test_no_dead_link(real_site: Path):
    assert list(site_reader.dead_links(real_site, BASE)) == []


def test_the_article_without_notes_is_the_article(real_site: Path):
    shown = site_reader.article_text(real_site / "articles/100-jam/index.html")
    assert shown == (ROOT / "seeds/100-jam.txt").read_bytes().decode()


def test_claim_review_on_each_claim_page_and_nowhere_else(real_site: Path, cases: tuple[Case, ...]):
    pages = {
        real_site / folder / "claims" / case.file.id / "index.html": (folder, case)
        for folder in ("", "id/")
        for case in cases
    }
    for path in site_reader.pages(real_site):
        reviews = [
            json.loads(node.text())
            for node in site_reader.page(path).css('script[type="application/ld+json"]')
            if '"ClaimReview"' in node.text()
        ]
        assert len(reviews) == (1 if path in pages else 0), path
        if path in pages:
            review, (folder, case) = reviews[0], pages[path]
            said = case.file.translations["claim",]["id"] if folder else case.claim.claim
            assert review["claimReviewed"] == said
            assert (review["inLanguage"] == "id") == bool(folder)
            assert (review["reviewRating"]["alternateName"] == case.claim.verdict) != bool(folder)
            assert ("ratingValue" in review["reviewRating"]) == (
                case.step is not None and case.step.number is not None
            )
            assert review["url"] == f"{BASE}{folder}claims/{case.file.id}/"


def test_nothing_is_loaded_from_third_parties(real_site: Path):
    for path in site_reader.pages(real_site):
        for node, target in site_reader.links(path):
            loads = node.tag in ("script", "img", "use", "source") or (
                node.tag == "link" and (node.attributes.get("rel") or "") in ("stylesheet", "preload", "icon")
            )
            assert not (loads and target.startswith(("http:", "https:", "//"))), f"{path}: {target}"


def test_no_inline_script_or_style(real_site: Path):
    for path in site_reader.pages(real_site):
        tree = site_reader.page(path)
        assert not tree.css("style, [style]"), path
        assert all(
            node.attributes.get("type") == "application/ld+json" for node in tree.css("script:not([src])")
        ), path
        assert "default-src 'none'" in (
            tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
        )


def test_a_newsroom_without_pages_of_its_own_has_no_dead_links(published_newsroom: Path):
    shutil.rmtree(published_newsroom / "docs")
    (published_newsroom / "docs").mkdir()
    config = published_newsroom / "mkdocs.yml"
    config.write_text(config.read_text().partition("nav:")[0])
    built = run("mkdocs", "build", "--quiet", "--strict", cwd=published_newsroom)
    assert built.returncode == 0, built.stdout + built.stderr
    assert list(site_reader.dead_links(published_newsroom / "site", BASE)) == []
