"""Everything that we say in schema.org's words, checked by TypeScript against the types of schema.org."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import claim_files
from tests.rendering import town
from tests.site import site_reader

HERE = Path(__file__).parent
TSC = HERE / "node_modules/typescript/bin/tsc"
NODE = shutil.which("node")
STRICT = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]

pytestmark = pytest.mark.skipif(
    NODE is None and "CI" not in os.environ, reason="needs node (`make types` installs the rest)"
)


def complaints(tmp_path: Path, nodes: Iterable[Any]) -> list[str]:
    """Return what the compiler says against ``nodes``, each declared as a thing of its own ``@type``."""
    assert NODE and TSC.exists(), "run `make types` first"
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    lines = ['import type * as S from "schema-dts";']
    for number, node in enumerate(nodes):
        kind, value = node["@type"], json.dumps(node, ensure_ascii=False)
        lines.append(f"export const n{number}: S.WithContext<S.{kind}> = {value};")
    (tmp_path / "said.ts").write_text("\n".join(lines))
    done = subprocess.run(
        [NODE, str(TSC), *STRICT, "said.ts"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    found = [line for line in done.stdout.splitlines() if "error TS" in line]
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return found


def said(html: bytes | str) -> list[Any]:
    tree = site_reader.LexborHTMLParser(html)
    return [json.loads(node.text()) for node in tree.css('script[type="application/ld+json"]')]


def test_the_real_site_and_one_with_corrections_and_withdrawals_speak_schema_org(
    real_site: Path, tmp_path: Path
):
    real = [path.read_bytes() for path in site_reader.pages(real_site)]
    pages = [*real, *(html for path, html in town.site().items() if path.endswith(".html"))]
    nodes = [node for html in pages for node in said(html)]
    assert len(nodes) >= len(claim_files()) + 3
    feeds = [(real_site / "claimreview.json").read_bytes(), town.site()["claimreview.json"]]
    # one compilation for all: starting the compiler takes longer than checking
    assert complaints(tmp_path, [*nodes, *map(json.loads, feeds)]) == []


def test_the_compiler_sees_what_is_wrong(tmp_path: Path):
    (review, *_) = said(town.site()["claims/jembatan/cost/index.html"])
    misspelt = {**review, "claimReveiwed": "x"}
    misplaced = {**review, "reviewRating": {"@type": "Claim", "text": "x"}}
    assert len(complaints(tmp_path, [review, misspelt, misplaced])) == 2
