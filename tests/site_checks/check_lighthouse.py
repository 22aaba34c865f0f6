"""Lighthouse, as for a telephone, on a page of each kind that readers come for."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tests.site_checks.conftest import CHROMIUM, HERE, Site

PAGES = ("articles/100-jam/", "claims/100-jam/600-layoffs-at-meta/", "claims/", "search/")
FULL = ("accessibility", "best-practices", "seo")
# A busy machine can only make a page slower than it is, so the best of some runs is nearest to the truth.
RUNS = 3


def sound(result: dict[str, Any]) -> bool:
    full = all(result[category] == 100 for category in FULL)
    return full and result["performance"] >= 98 and result["cls"] == 0 and result["tbt"] <= 50


def measure(address: str) -> dict[str, Any]:
    command = ["node", str(HERE / "lighthouse.mjs"), str(CHROMIUM), address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("address", PAGES)
def test_page(real: Site, address: str):
    results = []
    for _ in range(RUNS):
        results.append(measure(real.served + address))
        if sound(results[-1]):
            return
    pytest.fail("\n".join(json.dumps(result) for result in results))
