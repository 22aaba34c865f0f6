"""Each way in which a finished site can be wrong is found, on the real site spoilt in memory."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bench.speed import newsroom
from site_builder import pipeline, seals, verifying, writing
from site_builder.archive import Held
from site_builder.model.claim import Status
from site_builder.model.project import ClaimFile, Project
from site_builder.verifying import Expected, Finished, Library, finished
from site_builder.verifying.finished import resolve
from site_builder.verifying.page import read_page
from tests.conftest import claim_files, copy_newsroom, run

META = "100-jam/600-layoffs-at-meta"
PAGE = f"claims/{META}/index.html"
ARTICLE = "articles/100-jam/index.html"

Files = dict[str, bytes]
Spoil = Callable[[Files], None]


@pytest.fixture(scope="module", autouse=True)
def each_page_is_read_once() -> Iterator[None]:
    """Hundreds of pages stay the same from case to case."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finished, "read_page", cache(read_page))
        yield


@pytest.fixture(scope="module")
def built(real_site: Path) -> tuple[Files, Expected]:
    home = real_site.parent
    project = pipeline.load(home, datetime.date(2026, 11, 23))
    files = {name: (real_site / name).read_bytes() for name in writing.files_of(real_site)}
    return files, pipeline.expected_of(project, pipeline.make_cases(project), home)


def codes(files: Files, expected: Expected) -> set[str]:
    return {found.code for found in verifying.run(Finished(list(files), files.__getitem__), expected)}


def change(name: str, old: str, new: str) -> Spoil:
    def spoil(files: Files) -> None:
        text = files[name].decode()
        assert old in text, f"{name} has no {old}"
        files[name] = text.replace(old, new).encode()

    return spoil


def reseal(name: str, other: str) -> Spoil:
    """Put the seal of the page ``other`` on the page ``name``."""

    def spoil(files: Files) -> None:
        seals = {page: read_page(files[page].decode()).seal or "" for page in (name, other)}
        files[name] = files[name].replace(seals[name].encode(), seals[other].encode())

    return spoil


def remove(name: str) -> Spoil:
    return lambda files: files.__delitem__(name)


def add(name: str, text: str) -> Spoil:
    return lambda files: files.__setitem__(name, text.encode())


def edit(name: str, alter: Callable[[list[dict[str, object]]], None]) -> Spoil:
    def spoil(files: Files) -> None:
        data = json.loads(files[name])
        alter(data if isinstance(data, list) else data.get("items") or data["dataFeedElement"])
        files[name] = json.dumps(data).encode()

    return spoil


def _first(records: list[dict[str, object]], **over: object) -> None:
    records[0].update(over)


SPOILT: dict[str, tuple[str, Spoil]] = {
    "a page without a seal": ("S001", change(PAGE, "site-builder-seal", "site-builder-steal")),
    "an article's page from other files": ("S001", reseal(ARTICLE, "index.html")),
    "a page of lists with the seal of an article": ("S001", reseal("claims/index.html", PAGE)),
    "a prose page without a seal": ("S001", change("methodology/index.html", "site-builder-seal", "x")),
    "a claim's page is missing": ("S002", remove(PAGE)),
    "an article's page is missing": ("S002", remove(ARTICLE)),
    "another heading": ("S002", change(PAGE, "<h1>", "<h1>Not ")),
    "the mark is gone": ("S003", change(ARTICLE, 'id="600-layoffs-at-meta"', 'id="other"')),
    "the mark stands on a word less": (
        "S003",
        change(
            ARTICLE, '<a href="#note-600-layoffs-at-meta">', '</mark><a href="#note-600-layoffs-at-meta">'
        ),
    ),
    "no way to the sentence": (
        "S003",
        change(PAGE, "articles/100-jam/#600-layoffs-at-meta", "articles/100-jam/#"),
    ),
    "a word of the article changed": ("S004", change(ARTICLE, "memberhentikan", "memberhentikam")),
    "a word of the article is hidden as ours": (
        "S004",
        change(ARTICLE, "memberhentikan", '<span class="note">memberhentikan</span>'),
    ),
    "a word was added to the article": ("S004", change(ARTICLE, "Meskipun", "Meskipun tidak")),
    "no article": ("S004", change(ARTICLE, 'class="prose"', 'class="pros"')),
    "another verdict for machines": ("S005", change(PAGE, '"alternateName":"', '"alternateName":"in')),
    "another claim for machines": ("S005", change(PAGE, '"claimReviewed":"', '"claimReviewed":"No ')),
    "no review": ("S005", change(PAGE, "application/ld+json", "text/plain")),
    "a review that is no JSON": ("S005", change(PAGE, '"claimReviewed":', '"claimReviewed"')),
    "a review on another page": (
        "S005",
        change(
            ARTICLE, "</head>", '<script type="application/ld+json">{"@type":"ClaimReview"}</script></head>'
        ),
    ),
    "no data": ("S006", remove("claims.json")),
    "data that is no JSON": ("S006", add("claims.json", "[" * 100_000)),
    "a claim is not in the data": ("S006", edit("claims.json", lambda records: records.pop() and None)),
    "a claim is twice in the data": ("S006", edit("claims.json", lambda records: records.append(records[0]))),
    "another verdict in the data": ("S006", edit("claims.json", lambda r: _first(r, verdict="accurate?"))),
    "another place in the data": (
        "S006",
        edit("claims.json", lambda r: _first(r, quote={**r[0]["quote"], "positions": [[0, 1]]})),  # type: ignore[dict-item]
    ),
    "a claim more in the data": (
        "S006",
        edit("claims.json", lambda r: r.append({**r[0], "url": "https://x/"})),
    ),
    "no index of years": ("S006", remove("claims-by-year.json")),
    "a claim is not in the data of its year": (
        "S006",
        edit("claims-2026.json", lambda records: records.pop() and None),
    ),
    "a year too many": ("S006", add("claims-1999.json", "[]")),
    "a review less": ("S006", edit("claimreview.json", lambda records: records.pop() and None)),
    "an entry less": ("S006", edit("feed.json", lambda records: records.pop() and None)),
    "another title in the feed": ("S006", edit("feed.json", lambda r: _first(r, title="x"))),
    "a dead link": ("S007", change("index.html", 'href="./claims/', 'href="./clams/')),
    "a dead fragment": (
        "S007",
        change(PAGE, '<a class="skip" href="#_content"', '<a class="skip" href="#gone"'),
    ),
    "a missing style sheet": ("S007", remove("assets/site.css")),
    "an absolute dead link": (
        "S007",
        change("index.html", "<main", '<a href="https://example.org/gone/">x</a><main'),
    ),
    "a link above the site": ("S007", change("index.html", "<main", '<a href="../x.html">x</a><main')),
    "a draft's page": ("S008", add("claims/100-jam/rumour/index.html", "<h1>It is said</h1>")),
}


def test_the_real_site_is_what_the_files_say(built: tuple[Files, Expected]):
    assert codes(*built) == set()


@pytest.mark.parametrize("case", SPOILT)
def test_spoilt(case: str, built: tuple[Files, Expected]):
    code, spoil = SPOILT[case]
    files = dict(built[0])
    spoil(files)
    assert code in codes(files, built[1])


def test_a_withdrawn_or_draft_claim_may_not_be_left_over(built: tuple[Files, Expected]):
    files, expected = built
    project = replace(expected.project, claims=tuple(_drafted(expected.project)))
    left = Expected(project, pipeline.make_cases(project), expected.seal)
    assert {"S005", "S006", "S008"} <= codes(files, left)


def _drafted(project: Project) -> Iterator[ClaimFile]:
    for file in project.claims:
        assert file.claim
        if file.id == META:
            yield replace(file, claim=file.claim.model_copy(update={"status": Status.DRAFT}))
        else:
            yield file


def test_a_newsroom_without_published_claims_is_not_called_verified(built: tuple[Files, Expected]):
    files, expected = built
    nothing = Expected(replace(expected.project, claims=()), (), expected.seal)
    assert verifying.verify(Finished(list(files), files.__getitem__), nothing).looked_at_nothing


class TestTheSeal:
    """It changes with everything that a site is made from, and with nothing else."""

    @pytest.mark.parametrize(
        "name",
        [
            f"claims/{META}.yaml",
            "claims/scale.yaml",
            "seeds/100-jam.txt",
            "seeds/100-jam.yaml",
            "templates/claim.html",
            "templates/assets/site.css",
        ],
    )
    def test_changes_with_each_input(self, name: str, real_newsroom: Path):
        before = self.seal(real_newsroom)
        path = real_newsroom / name
        shown = {b"statement is right": b"sentence is right", b"status: published": b"status: draft"}
        content = path.read_bytes()
        for old, new in shown.items():
            content = content.replace(old, new)
        path.write_bytes(content + b" ")
        if name.endswith("scale.yaml"):
            path.write_text(path.read_text().rstrip(" "))
        assert self.seal(real_newsroom) != before

    def test_changes_with_the_settings_and_the_program(self, real_newsroom: Path):
        before = self.seal(real_newsroom)
        project = pipeline.load(real_newsroom, datetime.date(2026, 11, 23))
        assert seals.seal_of(project, {}, "1") != seals.seal_of(project, {}, "2")
        config = real_newsroom / "mkdocs.yml"
        config.write_text(config.read_text().replace("site_name: ", "site_name: The "))
        assert self.seal(real_newsroom) != before

    def test_not_with_the_day_or_the_folder(
        self, real_newsroom: Path, tmp_path_factory: pytest.TempPathFactory
    ):
        other = copy_newsroom(tmp_path_factory.mktemp("elsewhere"))
        project = pipeline.load(other, datetime.date(2031, 1, 1))
        assert pipeline.seal(Held(project, ()), other) == self.seal(real_newsroom)

    def test_of_lists_does_not_change_with_what_they_cannot_show(self, real_newsroom: Path):
        before, path = self.seal(real_newsroom), real_newsroom / f"claims/{META}.yaml"
        own = self.seals(real_newsroom)
        path.write_text(re.sub(r"^(explanation:\n  en: \S+\n    )", r"\1So. ", path.read_text(), flags=re.M))
        assert self.seal(real_newsroom) == before
        assert self.seals(real_newsroom) != own

    def test_of_an_article_changes_with_what_its_pages_show_and_nothing_else(self, tmp_path: Path):
        home = newsroom.make(tmp_path, 30)
        first, *_ = claims = sorted((home / "claims").glob("*/*.yaml"))
        before = self.seals(home)
        first.write_text(first.read_text() + "# looked at again\n")
        assert self.changed(before, self.seals(home)) == {first.parent.name}
        # two claimants whose names give one address: the second gets another than it would have alone
        (mine, other) = (first, claims[-1])
        before = self.seals(home)
        for path, name in ((mine, "Zoe Quinn"), (other, "Zoe  Quinn")):
            path.write_text(re.sub(r"^claimant: .*$", f'claimant: "{name}"', path.read_text(), flags=re.M))
        both = self.seals(home)
        assert self.changed(before, both) == {mine.parent.name, other.parent.name}
        other.unlink()
        assert self.changed(both, self.seals(home)) == {mine.parent.name, other.parent.name}
        config = home / "mkdocs.yml"
        before = self.seals(home)
        config.write_text(config.read_text().replace("site_name: ", "site_name: The "))
        assert self.changed(before, self.seals(home)) == before.keys()

    def changed(self, before: dict[str, str], after: dict[str, str]) -> set[str]:
        return {name for name in before if before[name] != after[name]}

    def seals(self, home: Path) -> dict[str, str]:
        project = pipeline.load(home, datetime.date(2026, 11, 23))
        return dict(pipeline.expected_of(project, pipeline.make_cases(project), home).seals)

    def seal(self, home: Path) -> str:
        return pipeline.seal(Held(pipeline.load(home, datetime.date(2026, 11, 23)), ()), home)


class TestTheCommand:
    def test_the_real_site(self, real_site: Path):
        done = run("site-builder", "verify", "site", cwd=real_site.parent)
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"{len(claim_files())} claims" in done.stdout

    def test_a_claim_that_changed_after_the_build(self, real_site: Path, tmp_path: Path):
        home = copy_newsroom(tmp_path)
        shutil.copytree(real_site, home / "site")
        path = home / f"claims/{META}.yaml"
        path.write_text(path.read_text().replace("Meta laid off 600", "Meta has laid off 600"))
        done = run("site-builder", "verify", "site", cwd=home)
        assert done.returncode == 1
        assert f"site/{PAGE}" in done.stdout
        assert all(code in done.stdout for code in ("S001", "S002", "S005", "S006"))

    def test_a_host_that_ignores_the_plugin(self, real_newsroom: Path):
        (real_newsroom / "site").mkdir()
        (real_newsroom / "site/index.html").write_text(
            "<!doctype html><title>Built</title><h1>All went well</h1>"
        )
        done = run("site-builder", "verify", "site", cwd=real_newsroom)
        assert done.returncode == 1
        assert all(code in done.stdout for code in ("S001", "S002", "S006"))

    def test_an_empty_folder(self, real_newsroom: Path):
        (real_newsroom / "site").mkdir()
        done = run("site-builder", "verify", "site", cwd=real_newsroom)
        assert done.returncode == 1
        assert "no page at all" in done.stdout

    def test_a_folder_that_is_not_there(self, real_newsroom: Path):
        assert run("site-builder", "verify", "nowhere", cwd=real_newsroom).returncode == 2

    def test_a_build_that_is_told_to_verify_publishes_nothing_wrong(self, published_newsroom: Path):
        config = published_newsroom / "mkdocs.yml"
        config.write_text(config.read_text().replace("language: en", "language: en\n      verify: true"))
        done = run("mkdocs", "build", "--quiet", cwd=published_newsroom)
        assert done.returncode == 0, done.stderr
        page = published_newsroom / "templates/article.html"
        page.write_text(page.read_text().replace("{{ prose }}", "{{ prose | replace('600', '700') }}"))
        done = run("mkdocs", "build", "--quiet", cwd=published_newsroom)
        assert done.returncode != 0
        assert "S004" in done.stderr
        assert "700 karyawan" not in (published_newsroom / "site" / ARTICLE).read_text()


LINKS = {
    ("#a", "c/x/index.html"): ("c/x/index.html", "a"),
    ("", "c/x/index.html"): ("c/x/index.html", ""),
    ("../../", "c/x/index.html"): ("index.html", ""),
    ("../..", "c/x/index.html"): ("index.html", ""),
    (".", "index.html"): ("index.html", ""),
    ("./", "index.html"): ("index.html", ""),
    ("../../a/#%C3%A9", "c/x/index.html"): ("a/index.html", "é"),
    ("a%20b/", "index.html"): ("a b/index.html", ""),
    ("./assets/s.css?v=1#x", "index.html"): ("assets/s.css", "x"),
    ("/fakta/a/", "404.html"): ("a/index.html", ""),
    ("https://town.example/fakta/a/#b", "index.html"): ("a/index.html", "b"),
    ("https://town.example/fakta/", "index.html"): ("index.html", ""),
    ("../../../a", "c/x/index.html"): ("../a", ""),
    ("https://town.example/other", "index.html"): None,
    ("//town.example/fakta/", "index.html"): None,
    ("mailto:a@b.example", "index.html"): None,
}


@pytest.mark.parametrize(("target", "page"), LINKS)
def test_links_are_followed_as_a_browser_does(target: str, page: str):
    assert resolve(target, page, "https://town.example/fakta/") == LINKS[target, page]


@pytest.mark.parametrize(
    "html", ["<p class=prose>a<b>b", "</p>", "<!--", "<", "<a href='", "<mark id=x>" * 5000, ""]
)
def test_whatever_a_page_holds_it_is_read(html: str):
    assert read_page(html).text in (None, "ab")


class TestWhatIsKnown:
    def test_a_page_that_is_known_is_not_read_again_and_one_that_changed_is(
        self, built: tuple[Files, Expected]
    ):
        files, expected = built
        first = Library()
        assert not list(verifying.run(Finished(list(files), files.__getitem__, first), expected))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(finished, "read_page", lambda _: pytest.fail("a page was read"))
            again = Library(first.read)
            assert not list(verifying.run(Finished(list(files), files.__getitem__, again), expected))
            assert again.read == first.read
        spoilt = dict(files)
        SPOILT["an article's page from other files"][1](spoilt)
        found = verifying.run(Finished(list(spoilt), spoilt.__getitem__, Library(first.read)), expected)
        assert "S001" in {each.code for each in found}
