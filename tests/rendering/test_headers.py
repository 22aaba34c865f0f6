"""The headers file: each address gets what its page ships, once, and only cards may be framed."""

from __future__ import annotations

import re

import pytest

from site_builder import rendering
from site_builder.model.finding import Report
from site_builder.rendering.headers import Headers, parse, pattern, union, written
from site_builder.rendering.page import Page
from site_builder.rendering.site import Site
from tests.printing import printed
from tests.rendering import town

META = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
PAGE = "default-src 'none'; script-src 'self'"
CARD = "default-src 'none'; style-src 'self'"


def rules(file: str) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    for line in file.splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        else:
            name, _, value = line.partition(": ")
            assert name.startswith("  ")
            assert name.strip() not in found[-1][1]
            found[-1][1][name.strip()] = value
    return found


def sent(file: str, address: str) -> dict[str, list[str]]:
    """Do as hosts do: every rule that matches adds its headers; `*` is anything, `:name` one segment."""
    together: dict[str, list[str]] = {}
    for rule, headers in rules(file):
        matches = re.sub(r":\w+", "[^/]+", re.escape(rule).replace(r"\*", ".*").replace(r"\:", ":"))
        if re.fullmatch(matches, address):
            for name, value in headers.items():
                together.setdefault(name, []).append(value)
    return together


def made(*pages: tuple[str, str]) -> str:
    headers = Headers()
    shown = [Page(p, f'<meta http-equiv="Content-Security-Policy" content="{csp}">') for p, csp in pages]
    assert list(headers.watch(shown)) == shown
    return str(headers.page(Site("Desk", navigation=(), small_print=())).content)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return town.build(site_url="https://town.example/")


def test_every_page_gets_its_own_policy_once(site: dict[str, bytes]):
    file = site["_headers"].decode()
    for path in (p for p in site if p.endswith(".html")):
        headers = sent(file, "/" + path.removesuffix("index.html"))
        assert all(len(values) == 1 for values in headers.values()), path
        (policy,) = headers["Content-Security-Policy"]
        framed = path.endswith("/embed/index.html")
        allowed = parse(policy)
        assert allowed.pop("frame-ancestors") == (["*"] if framed else ["'none'"]), path
        (shipped,) = META.findall(site[path].decode())
        assert union(allowed, parse(shipped)) == allowed, path
        if not framed and 'http-equiv="refresh"' not in site[path].decode():
            assert allowed == parse(shipped), path


def test_everything_is_sent_with_the_common_headers(site: dict[str, bytes]):
    for path in ("", "claims.json", "assets/site.css", "adr/0001/", "articles/jembatan/text.txt"):
        headers = sent(site["_headers"].decode(), f"/{path}")
        assert headers["X-Content-Type-Options"] == ["nosniff"]
        assert headers["Referrer-Policy"] == ["strict-origin-when-cross-origin"]
        assert headers["X-Frame-Options"] == ["DENY"]


def test_texts_say_how_they_are_written(site: dict[str, bytes]):
    file = site["_headers"].decode()
    texts = [path for path in site if path.endswith(".txt") and path not in ("robots.txt",)]
    texts.remove("assets/fonts/LICENSE-OFL.txt")
    assert len(texts) == 3
    for path in texts:
        assert sent(file, f"/{path}")["Content-Type"] == ["text/plain; charset=utf-8"]
    assert "Content-Type" not in sent(file, "/articles/jembatan/")


def test_prose_pages_get_the_policy_of_the_front_page(site: dict[str, bytes]):
    file = site["_headers"].decode()
    policies = sent(file, "/handbook/")["Content-Security-Policy"]
    assert policies == sent(file, "/")["Content-Security-Policy"]


def test_no_page_is_held_to_less_than_it_ships():
    file = made(("search/index.html", PAGE), ("search/more/index.html", CARD), ("x/index.html", PAGE))
    (policy,) = sent(file, "/search/more/")["Content-Security-Policy"]
    assert policy == "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'"
    assert sent(file, "/x/")["Content-Security-Policy"] == [f"{PAGE}; frame-ancestors 'none'"]


def test_claims_at_several_depths_never_close_a_card():
    file = made(
        ("claims/index.html", PAGE),
        ("claims/a/index.html", PAGE),
        ("claims/a/embed/index.html", CARD),
        ("claims/a/b/index.html", PAGE),
        ("claims/a/b/embed/index.html", CARD),
    )
    for address in ("/claims/a/embed/", "/claims/a/b/embed/"):
        assert sent(file, address)["Content-Security-Policy"] == [f"{CARD}; frame-ancestors *"]
    # this address cannot be told from a card's: the page's own policy holds, and the header for everything
    assert "Content-Security-Policy" not in sent(file, "/claims/a/b/")
    assert sent(file, "/claims/a/b/")["X-Frame-Options"] == ["DENY"]
    assert sent(file, "/claims/a/")["Content-Security-Policy"] == [f"{PAGE}; frame-ancestors 'none'"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "/"),
        ("404.html", "/404.html"),
        ("claims/index.html", "/claims/"),
        ("claims/a/b/index.html", "/claims/:p1/:p2/"),
        ("claims/a/b/embed/index.html", "/claims/:p1/:p2/embed/"),
        ("claims/embed/index.html", "/claims/:p1/"),
        ("articles/a/index.html", "/articles/*"),
        ("search/index.html", "/search/*"),
    ],
)
def test_patterns(path: str, expected: str):
    assert pattern(path) == expected


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("img-src 'self'", "img-src 'none'", "img-src 'self'"),
        ("img-src 'none'", "img-src 'none'", "img-src 'none'"),
        (
            "default-src 'self'",
            "default-src 'none'; img-src data:",
            "default-src 'self'; img-src 'self' data:",
        ),
        ("form-action 'none'", "default-src 'none'", ""),
        ("default-src 'none'", "", ""),
    ],
)
def test_two_policies_in_one(one: str, other: str, both: str):
    assert written(union(parse(one), parse(other))) == both


def test_no_file_where_no_host_would_look():
    assert "_headers" not in town.site()  # it stands under a path
    assert "_headers" in town.homeless()


def test_a_preview_has_none():
    project, cases = town.newsroom(site_url="")
    site = rendering.make_site(project.settings, preview=True)
    pages = printed(project, cases, Report(), site, rendering.template_folders())
    assert "_headers" not in {page.path for page in pages}
