"""The core has never heard of its host."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

WITHOUT = """
import sys
sys.modules["mkdocs"] = None  # importing it now fails, as if it were not installed
import site_builder
from site_builder.cli import main
main(["check"])
"""


def test_the_check_works_with_mkdocs_absent():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_is_cheap():
    heavy = ("pydantic", "jinja2", "yaml", "markdown_it", "rapidfuzz", "mkdocs")
    code = f"import sys, site_builder.cli.commands; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
