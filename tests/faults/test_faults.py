"""Whatever happens to a build, the published folder is the whole old site or the whole new one.

``FAULT_KILLS`` and ``FAULT_CLAIMS`` in the environment make it a long run: `make faults`.
"""

from __future__ import annotations

import glob
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import disk
from tests.conftest import ROOT
from tests.rules.newsroom import CLAIM, RECORD, merged, written

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("FAULT_KILLS", "4"))
CLAIMS = int(os.environ.get("FAULT_CLAIMS", "40"))
FAKE_CLOCK = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), "")  # noqa: PTH207
_PER_ARTICLE = 20
_BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
_CONFIG = """site_name: NAME
site_url: https://example.org/
theme: {name: null, custom_dir: templates}
plugins: [site_builder: {}]
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("faults")
    shutil.copytree(ROOT / "templates", home / "templates")
    disk.put(home / "docs/methodology.md", "# Methodology\n")
    disk.make(home)
    for number in range(CLAIMS):
        article = f"piece-{number // _PER_ARTICLE}"
        if number % _PER_ARTICLE == 0:
            lines = (f"The mayor opened bridge {number + i} in May.\n" for i in range(_PER_ARTICLE))
            disk.put(home / f"seeds/{article}.txt", "".join(lines))
            disk.put(home / f"seeds/{article}.yaml", written(RECORD))
        over = {"article": article, "quote": f"The mayor opened bridge {number} in May"}
        disk.put(home / f"claims/{article}/bridge-{number}.yaml", written(merged(CLAIM, over)))
    return home


def named(home: Path, name: str, options: str = "") -> None:
    """Make the next build another site."""
    (home / "mkdocs.yml").write_text(_CONFIG.replace("NAME", name).replace("{}", f"{{{options}}}"))


def build(home: Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _BUILD, cwd=home, capture_output=True, text=True, check=False, timeout=600, **options
    )  # type: ignore[call-overload, no-any-return]


def digest(site: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            whole.update(f"{path.relative_to(site)}\0".encode() + path.read_bytes())
    return whole.hexdigest()


@pytest.fixture(scope="module")
def sites(home: Path) -> dict[str, str]:
    """The digests of the only two sites there may be."""
    found = {}
    for name in ("Old", "New"):
        named(home, name)
        done = build(home)
        assert done.returncode == 0, done.stderr
        found[name] = digest(home / "site")
    assert found["Old"] != found["New"]
    return found


def leftovers(home: Path) -> list[str]:
    return [path.name for path in home.iterdir() if path.name.startswith(".site.")]


def test_killed_at_random_moments(home: Path, sites: dict[str, str]):
    seed = int(os.environ.get("FAULT_SEED", "7"))
    chance, seen = random.Random(seed), set()
    named(home, "Old")
    build(home)
    # another site than the one that stands: nothing changed is soon done
    named(home, "New")
    started = time.monotonic()
    assert build(home).returncode == 0
    longest = time.monotonic() - started
    for number in range(KILLS):
        # what stands is never what is built, whether the last build was killed in time or not
        named(home, "Old" if digest(home / "site") == sites["New"] else "New")
        process = subprocess.Popen(_BUILD, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.05, longest * 1.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.add(digest(home / "site"))
        assert seen <= set(sites.values()), f"half a site after kill {number} (seed {seed})"
    named(home, "New")
    assert build(home).returncode == 0
    assert digest(home / "site") == sites["New"]
    assert leftovers(home) == []


def test_killed_while_workers_write(home: Path, sites: dict[str, str]):
    """Where no site is there yet, they write into the new one's folder by themselves."""
    seed = int(os.environ.get("FAULT_SEED", "7"))
    chance = random.Random(seed)
    named(home, "New", "jobs: 2")
    longest = 0.0
    for number in range(KILLS + 1):
        for made in ("site", ".cache"):
            shutil.rmtree(home / made, ignore_errors=True)
        started = time.monotonic()
        process = subprocess.Popen(_BUILD, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if number:
            time.sleep(chance.uniform(longest / 4, longest))
            process.send_signal(signal.SIGKILL)
        process.wait()
        longest = longest or time.monotonic() - started
        if (home / "site").exists():
            assert digest(home / "site") == sites["New"], f"half a site after kill {number} (seed {seed})"
    # its workers end with it, and with them the lock of its folder
    end = time.monotonic() + 30
    while time.monotonic() < end:
        assert build(home).returncode == 0
        if not leftovers(home):
            break
    assert digest(home / "site") == sites["New"]
    assert leftovers(home) == []


def test_two_builds_at_once(home: Path, sites: dict[str, str]):
    named(home, "Old")
    both = [subprocess.Popen(_BUILD, cwd=home, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=600)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert digest(home / "site") == sites["Old"]
    assert leftovers(home) == []


def test_no_room_left(home: Path, sites: dict[str, str]):
    named(home, "Old")
    assert build(home).returncode == 0
    named(home, "New")
    most = 2_000  # bytes in one file: smaller than any page

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    # Python would cut what it compiles off at the same length, and read it back later
    alone = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = build(home, preexec_fn=limit, env=alone)
    assert done.returncode != 0
    assert "not built" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(home / "site") == sites["Old"]
    assert leftovers(home) == []


def test_the_folder_cannot_be_written(home: Path, sites: dict[str, str], tmp_path: Path):
    named(home, "Old")
    (tmp_path / "file").write_text("no folder")
    done = subprocess.run(
        [*_BUILD, "--site-dir", str(tmp_path / "file/site")],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert (tmp_path / "file").read_text() == "no folder"


@pytest.mark.skipif(not FAKE_CLOCK, reason="libfaketime is missing: `make trust` installs it")
def test_a_clock_that_jumps(home: Path, sites: dict[str, str], tmp_path: Path):
    """Days forward and back, many times in one build; what stands on the disk is from the future."""
    named(home, "Old")
    ahead = time.time() + 40 * 86_400
    os.utime(home / "claims/piece-0/bridge-0.yaml", (ahead, ahead))
    clock = tmp_path / "clock"
    clock.write_text("+0")
    fake = {"LD_PRELOAD": FAKE_CLOCK, "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1"}
    building = subprocess.Popen(
        _BUILD, cwd=home, stderr=subprocess.PIPE, text=True, env={**os.environ, **fake}
    )
    days = 0
    while building.poll() is None:
        days = -days if days > 0 else 3 - days
        clock.write_text(f"{days:+d}d")
        time.sleep(0.05)
    assert building.returncode == 0, building.communicate()[1]
    assert abs(days) > 3, "the build was over before the clock had jumped"
    assert digest(home / "site") == sites["Old"]
    assert leftovers(home) == []


class TestTheSameBytes:
    """Nothing but the newsroom's files decides what is published."""

    @pytest.mark.parametrize(
        "environment",
        [
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C"},
            {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "1"},
        ],
        ids=["seed and time zone", "C locale", "Turkish locale"],
    )
    def test_across_environments(self, home: Path, sites: dict[str, str], environment: dict[str, str]):
        named(home, "Old")
        assert build(home, env={**os.environ, **environment}).returncode == 0
        assert digest(home / "site") == sites["Old"]

    def test_across_directories_and_orders_of_files(self, home: Path, sites: dict[str, str], tmp_path: Path):
        named(home, "Old")
        other = tmp_path / "another place"
        for path in sorted(home.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(home).parts[0] != "site":
                copy = other / path.relative_to(home)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, copy)
        assert build(other).returncode == 0
        assert digest(other / "site") == sites["Old"]
