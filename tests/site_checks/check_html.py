"""The Nu HTML checker finds nothing to say on any page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from tests.site_checks.conftest import TOOLS, Site

JAR = TOOLS / "vnu-jar/build/dist/vnu.jar"
# It reads files, which have no origin for 'self' to stand for, and takes JSON-LD for a script. What the policy
# blocks is seen in a browser (check_pages.py), and that no style is inline in tests/site.
_POLICY = r".*violates Content Security Policy.*"


def complaints(folder: str) -> list[str]:
    java = shutil.which("java")
    assert java, "no Java: run `make site-tools`"
    command = [java, "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--stdout"]
    options = ["--skip-non-html", "--filterpattern", _POLICY, folder]
    done = subprocess.run([*command, *options], capture_output=True, text=True, timeout=240, check=True)
    told = json.loads(done.stdout)["messages"]
    return [f"{m['url']}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')}" for m in told]


def test_every_page_is_clean(site: Site):
    assert complaints(str(site.folder)) == []


def test_the_checker_would_notice(tmp_path: Path):
    (tmp_path / "a.html").write_text("<!doctype html><html lang=en><title>x</title><p><div align=left>")
    assert complaints(str(tmp_path))
