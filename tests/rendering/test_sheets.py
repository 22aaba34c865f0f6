"""Long lists on several pages, and who said what."""

from __future__ import annotations

import datetime
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder import rendering
from site_builder.model.finding import Report
from site_builder.model.project import Case
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.claimants import claimants
from site_builder.rendering.sheets import ARTICLES, NAMES, SIZE, TOPICS, Sheet, sheets
from tests.printing import listed, printed
from tests.rendering.desk import TODAY, article, on, project

MANY = 2 * SIZE + 1


def cases(number: int, **fields: str) -> tuple[Case, ...]:
    piece = article("A word. Another.")
    return tuple(on(piece, f"c{n:03}", "A word.", topics=["Words"], **fields) for n in range(number))


def catalogue(*found: Case) -> Catalogue:
    return listed(project(found[0].article, cases=found), found)


def site(number: int) -> dict[str, str]:
    found = cases(number, claimant="Ms Word")
    made = project(found[0].article, cases=found, site_url="https://desk.example/")
    pages = printed(made, found, Report(), rendering.make_site(made.settings), rendering.template_folders())
    return {page.path: page.content for page in pages if isinstance(page.content, str)}


@pytest.mark.parametrize(("entries", "pages"), [(0, 1), (1, 1), (SIZE, 1), (SIZE + 1, 2), (MANY, 3)])
def test_a_list_is_cut_and_nothing_is_lost(entries: int, pages: int):
    whole = catalogue(*cases(max(entries, 1))).entries[:entries]
    found = list(sheets("claims/", whole, "claims-{}/"))
    assert len(found) == pages
    assert tuple(entry for sheet in found for entry in sheet.entries) == whole
    assert [sheet.address for sheet in found] == ["claims/", "claims-2/", "claims-3/"][:pages]


@pytest.mark.parametrize(
    ("number", "near"),
    [(1, [1, 2, 0, 9]), (2, [1, 2, 3, 0, 9]), (5, [1, 0, 4, 5, 6, 0, 9]), (9, [1, 0, 8, 9])],
)
def test_the_first_the_neighbours_and_the_last_are_linked(number: int, near: list[int]):
    whole = catalogue(*cases(9)).entries
    assert list(list(sheets("x/", whole, size=1))[number - 1].near) == near


@pytest.mark.parametrize(
    ("number", "near"),
    [
        (1, [1, 2, 0, 50, 0, 100]),
        (37, [1, 0, 20, 0, 36, 37, 38, 0, 70, 0, 100]),
        (100, [1, 0, 50, 0, 99, 100]),
    ],
)
def test_in_a_wide_gap_a_page_half_way_is_linked(number: int, near: list[int]):
    addresses = tuple(f"x/{n}/" for n in range(1, 101))
    assert list(Sheet(number, (), addresses).near) == near


@pytest.mark.parametrize("last", [137, 1000])
def test_each_page_of_a_long_list_is_a_few_steps_away(last: int):
    addresses = tuple(f"x/{n}/" for n in range(1, last + 1))
    reached, steps = {1}, 0
    while len(reached) < last:
        reached |= {near for number in reached for near in Sheet(number, (), addresses).near if near}
        steps += 1
    assert steps <= 12


def test_many_topics_and_claimants_are_cut():
    piece = article("A word. Another.")
    named = [
        on(piece, f"c{n:03}", "A word.", claimant=f"Ms {n:03}", topics=[f"t{n:03}"]) for n in range(NAMES + 1)
    ]
    made = project(piece, cases=named, site_url="https://desk.example/")
    site, folders = rendering.make_site(made.settings), rendering.template_folders()
    pages = {page.path: str(page.content) for page in printed(made, tuple(named), Report(), site, folders)}
    for first, further, size in (("topics", "topics-{}", TOPICS), ("claimants", "claimants-{}", NAMES)):
        last = -(-len(named) // size)
        whole = [first, *(further.format(number) for number in range(2, last + 1))]
        linked = [
            link
            for folder in whole
            for link in re.findall(rf'<a href="\.\./({first}/[^"]+)"', pages[f"{folder}/index.html"])
        ]
        assert len(linked) == len(set(linked)) == len(named)
        assert f"{further.format(last + 1)}/index.html" not in pages
        assert f"https://desk.example/{further.format(last)}/" in pages["sitemap.xml"]
    # pages of claims link to the largest alone
    assert (
        pages["claims/index.html"].count('href="../topics/t')
        == pages["search/index.html"].count('href="../topics/t')
        == 60
    )


def test_each_list_goes_on_and_every_claim_is_on_one_of_its_pages():
    made = site(MANY)
    for first, further in (
        ("claims/", "claims-{}/"),
        ("verdicts/right/", "verdicts/right/{}/"),
        ("topics/words/", "topics/words/{}/"),
        ("claimants/ms-word/", "claimants/ms-word/{}/"),
    ):
        addresses = [first, further.format(2), further.format(3)]
        shown = []
        for address in addresses:
            tree = LexborHTMLParser(made[f"{address}index.html"])
            shown += [(node.attributes["href"] or "").replace("../", "") for node in tree.css(".rows a")]
            assert address in made["sitemap.xml"]
            assert (
                tree.css_first(".pager [aria-current=page]")
                .text()
                .endswith(str(addresses.index(address) + 1))
            )
        assert sorted(shown) == [f"claims/piece/c{n:03}/" for n in range(MANY)]
        assert further.format(4) + "index.html" not in made


def test_a_short_list_has_no_pager():
    assert not LexborHTMLParser(site(2)["claims/index.html"]).css(".pager")


def names(*said: str) -> list[tuple[str, str, int]]:
    piece = article("A word. Another.")
    found = [on(piece, f"c{n}", "A word.", claimant=name) for n, name in enumerate(said)]
    return [(c.name, c.path, len(c.entries)) for c in claimants(catalogue(*found).entries)]


def test_a_claimant_s_name_may_differ_in_case_only():
    assert names("The Mayor", "the mayor") == [("The Mayor", "claimants/the-mayor/", 2)]


def test_names_that_differ_in_marks_are_two_people_with_two_addresses():
    found = names("Lê Hồng", "Le Hong")
    assert [name for name, _, _ in found] == ["Le Hong", "Lê Hồng"]
    paths = [path for _, path, _ in found]
    assert (
        paths[0] == "claimants/le-hong/"
        and paths[1].startswith("claimants/le-hong-")
        and len(set(paths)) == 2
    )


def test_a_name_without_letters_has_an_address():
    assert names("?!") == [("?!", "claimants/claimant/", 1)]


def test_many_articles_are_cut_and_the_front_page_shows_those_checked_last():
    days = [TODAY + datetime.timedelta(n) for n in range(ARTICLES + 1)]
    pieces = [article("A word. Another.", name=f"piece-{n:03}") for n in range(ARTICLES + 1)]
    found = tuple(
        on(piece, "one", "A word.", checked_on=day) for piece, day in zip(pieces, days, strict=True)
    )
    made = project(*pieces, cases=found, site_url="https://desk.example/")
    pages = {
        page.path: page.content
        for page in printed(
            made, found, Report(), rendering.make_site(made.settings), rendering.template_folders()
        )
    }
    linked = {
        path: re.findall(r'<h[23]><a href="[^"]*articles/(piece-\d+)/', str(pages[path]))
        for path in ("index.html", "articles/index.html", "articles-2/index.html")
    }
    names = [piece.name for piece in pieces]
    assert linked["articles/index.html"] + linked["articles-2/index.html"] == names
    assert linked["index.html"] == names[:-13:-1]
    assert f"See all {len(names)} articles" in str(pages["index.html"])
    assert "https://desk.example/articles-2/" in str(pages["sitemap.xml"])
