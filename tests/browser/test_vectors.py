"""Markup of strangers in every text that editors write: nothing of it runs, with our policy and without it."""

from __future__ import annotations

import datetime
import functools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from site_builder import pipeline, rendering, writing
from tests import disk
from tests.browser.conftest import _Handler
from tests.printing import printed
from tests.rules.newsroom import SCALE, merged, written

pytestmark = [pytest.mark.browser, pytest.mark.long]
VECTORS = (Path(__file__).parent / "vectors.txt").read_text(encoding="utf-8").splitlines()
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LITTLE = re.compile(r"^(?:id/)?(?:verdicts|topics)/.+/|/embed/|^id/(?!articles/|claims/)")
_URL = "https://a.example/'onmouseover='alert(1)"

_WATCH = """
window.__ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox'])
  window[name] = (...said) => { window.__ran.push(name); console.error('RAN ' + name); };
"""
# The page of the search has a form of its own; no other page has one.
_ODD = """(own = /search\\/(index.html)?$/.test(location.pathname)) =>
[...document.querySelectorAll('*')].flatMap(element => [
  ...[...element.attributes]
    .filter(a => /^on/i.test(a.name) || /^style$|^srcdoc$|^formaction$/i.test(a.name)
      || /^[\\s\\x00-\\x1f]*(javascript|vbscript|data):/i.test(a.value) && /href|src|action|data/i.test(a.name))
    .map(a => `${element.tagName} ${a.name}=${a.value}`),
  ...(/^(iframe|object|embed|form|base|style|math|foreignobject|animate|set|video|audio|image|marquee|portal|input)$/i
    .test(element.tagName) && !(own && /^(form|input)$/i.test(element.tagName)) ? [element.tagName] : []),
  ...(element.tagName === 'SCRIPT' && !element.src && element.type !== 'application/ld+json' ? ['inline script'] : []),
]).concat(window.__ran)"""


def told(number: int, vector: str) -> str | dict[str, str]:
    """Return the vector as words for readers: in one language, or in each of the site's."""
    return vector if number % 2 else {"en": vector, "id": vector}


def claim(number: int, vector: str) -> dict[str, Any]:
    """Return a claim with the vector in every field that takes words."""
    words = told(number, vector)
    link = {"quote": vector, "translation": words, "via": words, "change": words}
    evidence = {
        **dict.fromkeys(("title", "publisher", "quote"), vector),
        **dict.fromkeys(("translation", "shows", "doubt"), words),
    }
    return {
        "article": f"piece-{number}",
        # the words of a Markdown article are not those of its file
        "quote": f"Sentence {number}" if number % 2 else f"Sentence {number}: {vector}",
        "claim": told(number, f"{number} {vector}"),
        **dict.fromkeys(("claimant", "checked_by"), vector),
        **dict.fromkeys(("translation", "conclusion", "explanation", "doubts"), words),
        "figures": [{"value": str(number), "unit": vector, "note": words}],
        "calc": [vector],
        "verdict": f"verdict {number} {vector}",
        "evidence": [{"stance": "supports", "url": _URL, "archived": _URL, **evidence}],
        "chain": [{"text": "first", **link}, {"text": "article", **link}],
        "topics": [vector[:60]],
        "corrections": [{"date": "2025-11-20", "text": words}],
        "checked_on": "2025-11-20",
        "status": "published",
    }


def record(number: int, vector: str) -> dict[str, Any]:
    ours = told(number, vector)
    words = {**dict.fromkeys(("title", "publisher", "author"), vector), "note": ours}
    earlier = {"id": "first", "relation": ours, "language": "en", "url": _URL, **words}
    return {
        **words,
        "relation": ours,
        "language": "en",
        "url": _URL,
        "archived": _URL,
        "chain": [earlier],
        "set_aside": [{"quote": "Nothing more.", "reason": ours}],
        "revisions": [
            {"date": "2025-11-20", "text": ours, "wordings": [{"before": vector, "after": vector}]}
        ],
    }


@dataclass
class Seen:
    """What happened on pages that should not."""

    wrong: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A site of all vectors, and the addresses of its pages."""
    home = tmp_path_factory.mktemp("vectors")
    look = SCALE["steps"][-1]
    steps = []
    for number, vector in enumerate(VECTORS):
        ending = "md" if number % 2 else "txt"
        disk.put(home / f"seeds/piece-{number}.{ending}", f"Sentence {number}: {vector}\n\nNothing more.\n")
        disk.put(home / f"seeds/piece-{number}.yaml", written(record(number, vector)))
        disk.put(home / f"claims/c/claim-{number}.yaml", written(claim(number, vector)))
        label = f"verdict {number} {vector}"
        step = {"id": f"v-{number}", "label": told(number, label), "criterion": told(number, vector)}
        steps.append(merged(look, step))
    disk.put(home / "claims/scale.yaml", written({"steps": steps}))
    everything = " ".join(VECTORS)
    options = {"site_name": everything, "site_description": everything}
    text = written(
        {
            **options,
            "site_url": "http://127.0.0.1/",
            "plugins": [{"site_builder": {"organisation": everything, "languages": ["en", "id"]}}],
        }
    )
    disk.put(home / "mkdocs.yml", text)
    project = pipeline.load(home, datetime.date(2025, 11, 30))
    checked = pipeline.check(project)
    assert len(checked.cases) == len(VECTORS), [j.finding.message for j in checked.report.judged][:5]
    site = rendering.make_site(project.settings)
    folders = rendering.template_folders()
    pages = list(printed(project, checked.cases, checked.report, site, folders))
    writing.write(pages, home / "site")
    paths = [
        page.path for page in pages if page.path.endswith(".html") and not page.path.startswith("rules/")
    ]
    assert any(path.startswith("id/claims/") for path in paths)
    # pages that show only what others show, too: some of these will do
    return home / "site", [path for i, path in enumerate(paths) if i % 10 == 0 or not _LITTLE.search(path)]


def _serve(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def served(hostile: tuple[Path, list[str]]) -> Iterator[str]:
    yield from _serve(hostile[0])


def _open(chromium: Browser, address: str, site: Path, *, bare: bool) -> tuple[Page, Seen]:
    page, seen = chromium.new_context(java_script_enabled=True).new_page(), Seen()

    def answer(route: Route) -> None:
        url = route.request.url
        path = url.removeprefix(address).partition("?")[0].partition("#")[0]
        if not url.startswith(address) or not (site / path).is_file():
            seen.wrong.append(f"asked for {url[:120]}")
            route.abort()
        elif bare and path.endswith(".html"):
            body = _POLICY.sub(b"", (site / path).read_bytes())
            assert b"Content-Security-Policy" not in body[:3000]
            route.fulfill(body=body, content_type="text/html; charset=utf-8")
        else:
            route.continue_()

    page.route("**/*", answer)
    page.add_init_script(_WATCH)
    page.on("dialog", lambda dialog: (seen.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: seen.wrong.append(said.text[:200]) if said.type == "error" else None)
    page.on("pageerror", lambda error: seen.wrong.append(str(error)[:200]))
    return page, seen


@pytest.mark.parametrize("bare", [False, True], ids=["with the policy", "without the policy"])
def test_nothing_runs(hostile: tuple[Path, list[str]], served: str, chromium: Browser, bare: bool):
    site, paths = hostile
    assert len(VECTORS) >= 100
    page, seen = _open(chromium, served, site, bare=bare)
    found: dict[str, list[str]] = {}
    for path in paths:
        page.goto(served + path, wait_until="load")
        odd = page.evaluate(f"() => ({_ODD})()")
        if odd or seen.wrong:
            found[path] = [*odd, *seen.wrong][:5]
            seen.wrong.clear()
    page.context.close()
    assert found == {}


def test_the_watch_notices(hostile: tuple[Path, list[str]], served: str, chromium: Browser):
    """A test that cannot fail proves nothing: the same vectors, unescaped, run."""
    site, _ = hostile
    (site / "bad.html").write_text("<!doctype html><title>x</title>" + "".join(VECTORS[22:24]))
    page, seen = _open(chromium, served, site, bare=True)
    page.goto(served + "bad.html", wait_until="load")
    page.wait_for_timeout(200)
    assert any("onerror" in odd for odd in page.evaluate(f"() => ({_ODD})()"))
    assert any("RAN alert" in said for said in seen.wrong)
    page.context.close()
    (site / "bad.html").unlink()
