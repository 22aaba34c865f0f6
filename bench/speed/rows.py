"""What was measured, as rows: medians with their spread, ratios to the peers, slopes; and the table of them."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.speed import interpreter
from bench.speed.running import Run

OURS = "site_builder"


@dataclass(frozen=True, slots=True)
class Row:
    """All runs of one thing by one program at one size."""

    program: str
    claims: int
    what: str
    runs: tuple[Run, ...]
    files: int = 0
    megabytes: float = 0.0

    @property
    def wall(self) -> float:
        """Return the median of the seconds on the clock."""
        return median(run.wall for run in self.runs)

    @property
    def processor(self) -> float:
        """Return the median of the processors' seconds."""
        return median(run.processor for run in self.runs)

    @property
    def memory(self) -> float:
        """Return the most MB that any run's largest process took."""
        return max(run.memory for run in self.runs)


def store(rows: Sequence[Row], path: Path) -> None:
    """Write everything that was measured, run by run, as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    each = [
        {
            "program": row.program,
            "claims": row.claims,
            "what": row.what,
            "wall": [round(run.wall, 3) for run in row.runs],
            "processor": [round(run.processor, 3) for run in row.runs],
            "memory_mb": round(row.memory),
            "files": row.files,
            "output_mb": round(row.megabytes, 1),
        }
        for row in rows
    ]
    machine = {"machine": platform.machine(), "python": interpreter.described(), "cores": interpreter.cores()}
    path.write_text(json.dumps({**machine, "rows": each}, indent=1) + "\n", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, the ratio to each peer beside ours."""
    lines = [
        "| claims | what is measured | program | seconds (least – most) "
        "| processor's seconds | to ours, clock | to ours, processor | MB of memory | output |",
        "|---:|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    ours = {(row.claims, row.what): row for row in rows if row.program == OURS}
    for row in rows:
        walls = [run.wall for run in row.runs]
        spread = f" ({min(walls):.2f} – {max(walls):.2f})" if len(walls) > 1 else ""
        mine = ours.get((row.claims, row.what))
        ratios = f"{row.wall / mine.wall:.2f} | {row.processor / mine.processor:.2f}" if mine else " | "
        output = f"{row.files:,} files, {row.megabytes:.0f} MB" if row.files else ""
        lines.append(
            f"| {row.claims:,} | {row.what} | {row.program} | {row.wall:.2f}{spread} "
            f"| {row.processor:.2f} | {ratios} | {row.memory:.0f} | {output} |"
        )
    cores = interpreter.cores()
    run_by = f"- Run by {interpreter.described()}, on {cores} {'core' if cores == 1 else 'cores'}."
    return "\n".join([*lines, "", run_by, *slopes(rows)])


def slopes(rows: Sequence[Row]) -> Iterator[str]:
    """Yield, for each thing, how many times as long it takes with more claims."""
    sizes: dict[tuple[str, str], Mapping[int, Row]] = {}
    for row in rows:
        sizes[row.program, row.what] = {**sizes.get((row.program, row.what), {}), row.claims: row}
    for (program, what), by_size in sizes.items():
        for small, large in zip(sorted(by_size), sorted(by_size)[1:], strict=False):
            times = by_size[large].processor / max(by_size[small].processor, 0.001)
            yield f"- {program}, {what}: {large:,} claims take {times:.1f} × the processor's time of {small:,}."
