"""A report as JUnit XML, which most CI systems show as a list of tests: one for each claim file.

There is no standard; these are the elements that Jenkins, GitLab and their kin read. An error is a failure; warnings
and notes are the test's output; an excused finding is neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as Xml

from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.reporting.columns import escaped

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference."""


def render(report: Report, files: Iterable[str]) -> str:
    """Return the report as XML; ``files`` are the paths of the claim files that were checked."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for judged in report.standing:
        found[judged.spot.path].append(judged)
    paths = sorted({*files, *found})
    root = Xml.Element("testsuites")
    failed = sum(any(_fails(judged) for judged in found[path]) for path in paths)
    numbers = {"tests": str(len(paths)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = Xml.SubElement(root, "testsuite", {"name": "site-builder check", **numbers})
    for path in paths:
        _case(suite, path, found[path])
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: Xml.Element, path: str, found: Sequence[Judged]) -> None:
    folder, _, name = path.rpartition("/")
    case = Xml.SubElement(
        suite, "testcase", {"classname": _safe(folder), "name": _safe(name), "file": _safe(path)}
    )
    failures = [judged for judged in found if _fails(judged)]
    if failures:
        message = "; ".join(judged.finding.message for judged in failures)
        kind = ", ".join(dict.fromkeys(judged.finding.code for judged in failures))
        failure = Xml.SubElement(case, "failure", {"message": _safe(message), "type": kind})
        failure.text = "\n\n".join(_lines(judged) for judged in failures)
    rest = [judged for judged in found if not _fails(judged)]
    if rest:
        Xml.SubElement(case, "system-out").text = "\n\n".join(_lines(judged) for judged in rest)


def _fails(judged: Judged) -> bool:
    return judged.gravity is Gravity.ERROR


def _lines(judged: Judged) -> str:
    spot, finding = judged.spot, judged.finding
    place = f"{spot.path}:{spot.line}:{spot.column}"
    lines = [f"{place}  {judged.gravity}[{finding.code}] {judged.name}: {finding.message}"]
    lines += [f"{other.path}:{other.line}: {other.marked.of(other.excerpt)}" for other in judged.related]
    lines += [f"help: {finding.help}"] if finding.help else []
    return "\n".join(_safe(line) for line in lines)


def _safe(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", escaped(text))
