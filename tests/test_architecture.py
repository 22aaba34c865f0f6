"""The order of the floors, one door per dependency, and sizes: read from the source, without importing it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "site_builder"

FLOORS = (
    {"frozen", "processors"},
    {"model"},
    {"text", "folders", "digests", "seals"},
    {"figures"},
    {"anchoring"},
    {"coverage", "desks", "calculation", "chains", "schemas"},
    {"rules"},
    {"verifying"},
    {"policy"},
    {"reading", "rendering", "reporting", "writing", "indexing", "drawing"},
    {"editing", "newsroom", "dossiers", "caching", "counting"},
    {"intake", "work", "standing", "renewing"},
    {"archive"},
    {"pipeline", "illustrating", "previewing"},
    {"selftest"},
    {"cli", "mkdocs_plugin"},
    {"__main__"},
)
"""Low to high: a room imports from lower floors only."""

DOORS = {
    "yaml": {"reading"},
    "markdown_it": {"rendering", "reading"},
    "jinja2": {"rendering"},
    "mkdocs": {"mkdocs_plugin"},
    "click": {"cli"},
    "watchdog": {"cli", "previewing"},
    "sentencex": {"text"},
    "rapidfuzz": {"anchoring"},
    "pint": {"calculation"},
    "pydantic": {"model", "reading", "intake"},
    "pydantic_core": {"reading"},
    "markupsafe": {"rendering"},
    "pagefind_bin": {"indexing"},
    "resvg_py": {"drawing"},
    "fontTools": {"rendering"},
    "lxml": {"intake"},
    "trafilatura": {"intake"},
    "babel": {"rendering"},
    "distributed": {"work"},
    "rich": {"work", "cli"},
}
"""Which rooms may import which dependency; one that is not here has no door yet."""

IMPURE = {
    "datetime.datetime.now",
    "datetime.date.today",
    "date.today",
    "datetime.now",
    "time.time",
    "open",
    "print",
}
"""Calls that only the edges make."""

EDGES = {
    "reading",
    "writing",
    "caching",
    "standing",
    "renewing",
    "dossiers",
    "pipeline",
    "cli",
    "mkdocs_plugin",
    "rendering",
}
"""Rooms that may touch the clock or the disk; ``rendering`` reads its own templates and assets."""

LONGEST_FUNCTION = 50
LONGEST_FILE = 300

FLOOR_OF = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path, tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names that a file imports, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_rooms(names: Iterator[str]) -> set[str]:
    parts = [name.split(".") for name in names]
    return {
        part[1] for part in parts if part[0] == "site_builder" and len(part) > 1 and part[1] != "__version__"
    }


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_room_has_a_floor(path: Path) -> None:
    assert room_of(path) in FLOOR_OF, f"{room_of(path)} stands on no floor"


def test_folders_are_rooms() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    # The wheel carries the templates inside the package; they are no code.
    assert folders - {"templates"} <= FLOOR_OF.keys()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    room = room_of(path)
    others = own_rooms(imports(path, tree_of(path))) - {room}
    upward = {other for other in others if FLOOR_OF.get(other, len(FLOORS)) >= FLOOR_OF[room]}
    assert not upward, f"{room} may not import from {upward}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_dependencies_come_by_their_door(path: Path) -> None:
    used = {name.split(".")[0] for name in imports(path, tree_of(path))}
    foreign = used - sys.stdlib_module_names - {"site_builder"}
    assert not {name for name in foreign if room_of(path) not in DOORS.get(name, set())}


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) not in EDGES], ids=name_of)
def test_core_is_pure(path: Path) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}
    assert not calls & IMPURE


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_sizes(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    functions = (
        n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [f.name for f in functions if f.end_lineno and f.end_lineno - f.lineno >= LONGEST_FUNCTION]
    assert not long


@pytest.mark.parametrize("absent", ["mkdocs", "babel", "unicode_rbnf"])
def test_core_works_without(absent: str) -> None:
    """The host is one of several, and tables are made at development time: neither may be needed to check."""
    program = (
        "import sys; sys.modules[sys.argv[1]] = None\n"
        "import site_builder, site_builder.pipeline, site_builder.cli"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, absent], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
