"""The bill of materials names what runs, with versions, hashes and licences."""

from __future__ import annotations

import re

from bench.sbom import ROOT, bill
from tests.conftest import ROOT as HOME


def test_every_pinned_dependency_is_on_the_bill():
    assert ROOT == HOME
    lock = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE)
    found = bill(lock)["components"]
    assert [(part["name"], part["version"]) for part in found] == pinned
    assert {"click", "jinja2", "mkdocs", "pydantic", "pyyaml"} <= {part["name"] for part in found}
    assert all(part["properties"] for part in found)


def test_licences_are_known():
    lock = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    licences = {part["name"]: part["licenses"][0]["license"]["name"] for part in bill(lock)["components"]}
    assert "MIT" in licences["pydantic"]
    assert licences["resvg-py"] == "MIT", "by the words of its licence: it names none"
    assert [name for name, said in licences.items() if said == "not stated"] in ([], ["colorama"])
