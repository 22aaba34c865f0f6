"""A site that stands as its files ask for it is let stand; anything else is built."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests import disk
from tests.conftest import ROOT, run

CLAIM = "claims/piece/bridge.yaml"
CONFIG = """site_name: Bridge checks
site_url: https://example.org/
theme: {name: null, custom_dir: templates}
plugins: [site_builder: {search: false, social_cards: false}]
"""
STANDS = "the site stands as it is"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom that was built once."""
    home = disk.make(tmp_path_factory.mktemp("standing") / "home")
    disk.put(home / "mkdocs.yml", CONFIG)
    disk.put(home / "docs/methodology.md", "# Methodology\n")
    (home / "templates").mkdir()
    assert STANDS not in build(home)
    return home


def build(home: Path, *options: str) -> str:
    done = run("mkdocs", "build", *options, cwd=home, XDG_STATE_HOME=str(home.parent / "state"))
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_nothing_changed(built: Path):
    before = (built / "site").stat().st_ino
    # a build that was killed
    disk.put(built / ".site.new-dead/index.html", "half")
    assert STANDS in build(built)
    assert (built / "site").stat().st_ino == before
    assert not (built / ".site.new-dead").exists()


def edit_claim(home: Path) -> None:
    path = home / CLAIM
    path.write_text(path.read_text() + "# looked at again\n")


def edit_prose(home: Path) -> None:
    disk.put(home / "docs/methodology.md", "# How we work\n")


def add_template(home: Path) -> None:
    shutil.copy(ROOT / "templates/home.html", home / "templates/home.html")


def spoil_page(home: Path) -> None:
    page = home / "site/index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Bridge", b"Ridge!"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


def remove_page(home: Path) -> None:
    (home / "site/claims/index.html").unlink()


def add_page(home: Path) -> None:
    disk.put(home / "site/stray.html", "")


def remove_site(home: Path) -> None:
    shutil.rmtree(home / "site")


@pytest.mark.parametrize(
    "change", [edit_claim, edit_prose, add_template, spoil_page, remove_page, add_page, remove_site]
)
def test_anything_else_is_built(built: Path, change):
    change(built)
    assert STANDS not in build(built)
    assert not (built / "site/stray.html").exists()
    assert b"Ridge!" not in (built / "site/index.html").read_bytes()
    assert STANDS in build(built)


def test_another_wish_is_another_site(built: Path):
    assert STANDS not in build(built, "--strict")
    assert STANDS in build(built, "--strict")


def test_what_other_programs_do_is_not_known(built: Path):
    config = built / "mkdocs.yml"
    for more in ("extra: {greeting: !ENV [GREETING, hello]}\n", "hooks: [hook.py]\n"):
        disk.put(built / "hook.py", "")
        config.write_text(CONFIG + more)
        build(built)
        assert STANDS not in build(built)
    config.write_text(CONFIG)


def test_a_report_is_that_of_the_files_as_they_are(tmp_path: Path):
    home = disk.make(tmp_path / "home")
    state = {"XDG_STATE_HOME": str(tmp_path)}
    first = run("site-builder", "check", cwd=home, **state)
    assert first.returncode == 0
    assert run("site-builder", "check", cwd=home, **state).stdout == first.stdout
    disk.claim(home, {"quote": "Nobody wrote that"})
    broken = run("site-builder", "check", cwd=home, **state)
    assert broken.returncode == 1
    again = run("site-builder", "check", cwd=home, **state)
    assert (again.returncode, again.stdout) == (1, broken.stdout)
    disk.claim(home)
    assert run("site-builder", "check", cwd=home, **state).stdout == first.stdout


def test_a_file_that_was_touched_and_stayed_the_same(built: Path):
    build(built)
    os.utime(built / CLAIM)
    assert STANDS in build(built)


def test_an_edit_that_keeps_size_and_time_is_seen(built: Path):
    """As a program may do that puts the time back, or that writes twice in a tick of the clock."""
    build(built)
    path = built / CLAIM
    before, text = path.stat(), path.read_text()
    path.write_text(text.replace("bridge", "brigde"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    done = run("mkdocs", "build", cwd=built, XDG_STATE_HOME=str(built.parent / "state"))
    assert STANDS not in done.stderr
    path.write_text(text)
    assert STANDS in build(built)


def test_a_link_is_not_the_file_that_it_leads_to(built: Path):
    build(built)
    path, elsewhere = built / CLAIM, built / "elsewhere.yaml"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert STANDS not in run("mkdocs", "build", cwd=built, XDG_STATE_HOME=str(built.parent / "state")).stderr
    elsewhere.replace(path)
    assert STANDS not in build(built)
