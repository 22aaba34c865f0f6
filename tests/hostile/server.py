"""Checks one hostile newsroom after the other, each in a process of its own, and tells what it cost.

Each line of standard input is a newsroom's folder; each line of standard output is what became of it, as JSON. The
program is imported once: a process for each newsroom is then cheap, and a crash or a flood of memory ends only that.
"""

from __future__ import annotations

import io
import json
import os
import resource
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from site_builder import pipeline, rendering, writing
from site_builder.cli import main
from site_builder.cli.check import command  # noqa: F401  (imported once, not in every process)
from site_builder.reporting import github, sarif, text
from site_builder.reporting import json as as_json
from tests.printing import printed

SECONDS = 20
"""After this a process is ended: whatever it does, it hangs."""


def check(home: Path) -> dict[str, object]:
    """Check and, where nothing blocks, render: what `mkdocs build` would do, without the host."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(["check", "--format", "json", "--root", str(home)])
        except SystemExit as end:
            code = end.code
    found: set[str] = set()
    if code in (0, 1, 3):
        found = {finding["code"] for finding in json.loads(out.getvalue())["findings"]}
        _finish(home)
    return {"exit": code, "codes": sorted(found), "said": (err.getvalue() or out.getvalue())[-300:]}


def _finish(home: Path) -> None:
    import datetime

    project = pipeline.load(home, datetime.date(2026, 11, 23))
    checked = pipeline.check(project)
    for form in (text, as_json, github, sarif):
        form.render(checked.report).encode("utf-8", "backslashreplace")
    if not checked.report.blocks:
        site = rendering.make_site(project.settings)
        folders = rendering.template_folders()
        pages = printed(project, checked.cases, checked.report, site, folders)
        writing.write(pages, home / "site")


def answer(home: Path) -> dict[str, object]:
    """Check in a child; tell its exit, findings, seconds and megabytes."""
    reader, writer = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if not child:
        _child(home, reader, writer)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    found = json.loads(said) if said else {"exit": "crash", "codes": [], "said": ""}
    if os.WIFSIGNALED(status):
        found["exit"] = f"signal {os.WTERMSIG(status)}"
    cpu = used.ru_utime + used.ru_stime
    return {**found, "cpu": cpu, "wall": time.monotonic() - started, "megabytes": used.ru_maxrss // 1024}


def _child(home: Path, reader: int, writer: int) -> None:
    os.close(reader)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    try:
        found = check(home)
    except BaseException:
        found = {"exit": "traceback", "codes": [], "said": traceback.format_exc()[-1500:]}
    with os.fdopen(writer, "w") as pipe:
        pipe.write(json.dumps(found))
    os._exit(0)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(Path(line.rstrip("\n")))), flush=True)
