"""The page for editors in a real browser: Sveltia opens, lists, shows and saves, and what it saves passes our check.

The browser's own file system stands for the folder that an editor would choose.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from site_builder.model.claim import Claim
from site_builder.newsroom import editing_page
from tests import disk
from tests.browser.conftest import _Handler
from tests.conftest import run

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules/@sveltia/cms/npm/index.js"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not PROGRAM.exists() and shutil.which("npm") is None and "CI" not in os.environ,
        reason="needs npm (`make editor` installs the rest)",
    ),
]

ADMIN = "site_builder:\n      admin:\n        backend: github\n        repo: daily/checks\n"
EXPLANATION = "The record says so: **May**.\n\n- one\n- two\n\nAnd more: yes # no comment\n"
FIGURED = {"quote": "The bridge cost 1,600 euros", "figures": [{"value": "1,600", "unit": "EUR"}]}
FILES = "window.showDirectoryPicker = async () => { %s }"
PICK = """
const root = await navigator.storage.getDirectory();
for (const [path, text] of Object.entries(%s)) {
  const parts = path.split("/");
  let folder = root;
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
  const file = await folder.getFileHandle(parts.at(-1), { create: true });
  const out = await file.createWritable();
  await out.write(text);
  await out.close();
}
await root.getDirectoryHandle(".git", { create: true });
return root;
"""
READ = """async (path) => {
  const parts = path.split("/");
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  try {
    return await (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
  } catch {
    return "";  // it is being written at this moment
  }
}"""


def newsroom(home: Path, claim: Mapping[str, Any], options: str = "") -> Path:
    disk.make(home)
    disk.claim(home, claim)
    config = disk.CONFIG.replace("site_builder: {}\n", ADMIN + options)
    disk.put(home / "mkdocs.yml", f"{config}theme:\n  name: null\n  custom_dir: templates\n")
    disk.put(home / "docs/methodology.md", "# How we work\n")
    (home / "templates").mkdir()
    shutil.copytree(HERE / "node_modules/@sveltia/cms", home / "admin/node_modules/@sveltia/cms")
    built = run("mkdocs", "build", "--quiet", cwd=home)
    assert built.returncode == 0, built.stderr
    return home


class Sitting:
    """An editor at the page, with the newsroom's files in the browser's own file system."""

    def __init__(self, page: Page, home: Path, address: str) -> None:
        self.page, self.home = page, home
        self.reached: list[str] = []
        page.on("response", lambda response: self.reached.append(response.url))
        files = {
            path.relative_to(home).as_posix(): path.read_text(encoding="utf-8")
            for folder in ("claims", "seeds")
            for path in (home / folder).rglob("*")
            if path.is_file()
        }
        page.add_init_script(FILES % (PICK % json.dumps(files)))
        page.goto(f"{address}admin/")
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_role("button", name="New", exact=False).first.wait_for()

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=name, exact=True).first

    def save(self) -> str:
        """Save, bring the file back into the newsroom, and return its text."""
        before = self.read()
        self.page.get_by_role("button", name="Save").first.click()
        text, last = before, ""
        for _ in range(200):
            text, last = self.read(), text
            if text == last and text not in ("", before):
                break
            self.page.wait_for_timeout(100)
        assert text != before, "nothing was saved"
        disk.put(self.home / "claims/piece/bridge.yaml", text)
        return text

    def read(self) -> str:
        return str(self.page.evaluate(READ, "claims/piece/bridge.yaml"))


@pytest.fixture
def sit(chromium: Browser, tmp_path: Path) -> Iterator[Any]:
    assert PROGRAM.exists(), "run `make editor` first"
    servers, context = [], chromium.new_context(viewport={"width": 1280, "height": 900})

    def sit(claim: Mapping[str, Any], options: str = "") -> Sitting:
        home = newsroom(tmp_path, claim, options)
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Handler, directory=str(home / "site"))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return Sitting(context.new_page(), home, f"http://127.0.0.1:{server.server_port}/")

    yield sit
    context.close()
    for server in servers:
        server.shutdown()


def sound(home: Path) -> str:
    done = run("site-builder", "check", cwd=home)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_a_claim_is_listed_shown_and_saved(sit: Any) -> None:
    given = {**FIGURED, "explanation": EXPLANATION, "topics": ["Bridges", "yes"], "checked_on": "2025-11-20"}
    sitting = sit(given, "      verify: true\n")
    page = sitting.page
    page.get_by_text("The mayor opened the bridge. (right)").click()
    assert sitting.field("Quote").input_value() == given["quote"]
    assert sitting.field("Explanation").input_value().strip() == EXPLANATION.strip()
    assert str(Claim.model_fields["claimant"].description) in page.inner_text("body")
    for verdict in ("right", "half right", "wrong"):
        assert (
            page.get_by_role("radio", name=verdict, exact=True)
            .or_(page.get_by_role("option", name=verdict, exact=True))
            .count()
        )
    sitting.field("Conclusion").fill('She did: on 3 May. It\'s "open".\nNow.')
    text = sitting.save()
    assert "figures   1 found" in sound(sitting.home)
    assert "1,600" in text and "yes" in text
    # Nothing came from anywhere else, and the text that nobody touched is the same.
    own = page.url.split("admin/")[0]
    assert [url for url in sitting.reached if not url.startswith((own, "data:", "blob:"))] == []


def test_no_map_of_languages_is_lost(sit: Any) -> None:
    words = {"en": "She did.", "id": "Ya, benar."}
    given = {
        "claim": {"en": "The mayor opened the bridge.", "id": "Wali kota membuka jembatan."},
        "conclusion": words,
        "evidence": [
            {"stance": "supports", "publisher": "The Town", "shows": {"en": "Who.", "id": "Siapa."}}
        ],
    }
    sitting = sit(given, "      languages: [en, id]\n")
    page = sitting.page
    page.get_by_text("The mayor opened the bridge in May (right)").click()
    sitting.field("Claimant").fill("The mayor")
    assert sitting.field("Conclusion").count() == 0
    text = sitting.save()
    assert all(
        word in text for word in ("Ya, benar.", "She did.", "Siapa.", "Wali kota", "claimant: The mayor")
    )
    sound(sitting.home)


def test_page_needs_its_program(tmp_path: Path) -> None:
    home = disk.make(tmp_path)
    disk.put(home / "mkdocs.yml", disk.CONFIG.replace("site_builder: {}\n", ADMIN))
    disk.put(home / "docs/methodology.md", "# How we work\n")
    done = run("mkdocs", "build", "--quiet", cwd=home)
    assert done.returncode == 1 and "run `site-builder admin`" in done.stderr
    assert not (home / "site").exists()


def test_lock_names_no_address() -> None:
    files = editing_page()
    lock = json.loads(files["package-lock.json"])
    assert all("resolved" not in package for package in lock["packages"].values())
    assert json.loads(files["package.json"])["dependencies"] == lock["packages"][""]["dependencies"]
