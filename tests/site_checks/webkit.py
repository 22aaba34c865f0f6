"""WebKitGTK by the WebDriver protocol (W3C), as Debian packages it: no display, no library of ours."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DRIVER = "WebKitWebDriver"


def browser() -> str:
    """Return the small browser that comes with the library; an empty word if it is not there."""
    found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return str(found[-1]) if found and shutil.which(DRIVER) else ""


class Session:
    """A running browser."""

    def __init__(self, port: int, width: int) -> None:
        self._driver = f"http://127.0.0.1:{port}"
        self._path = "/session"
        options = {"binary": browser(), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}}
        self._path += "/" + self._call("POST", "", {"capabilities": wanted})["sessionId"]
        self._call("POST", "/window/rect", {"width": width, "height": 900})

    def run(self, address: str, body: str) -> Any:
        """Open a page, run the body of a function on it, and return what that returns."""
        self._call("POST", "/url", {"url": address})
        return self._call("POST", "/execute/sync", {"script": body, "args": []})

    def close(self) -> None:
        self._call("DELETE", "")

    def _call(self, method: str, path: str, data: Any = None) -> Any:
        body = None if data is None else json.dumps(data).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(
            self._driver + self._path + path, method=method, data=body, headers=headers
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]


@contextmanager
def session(port: int, width: int) -> Iterator[Session]:
    """Start a browser whose window is ``width`` CSS pixels wide, on a display of its own."""
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1000x24"]
    driver = subprocess.Popen([*screen, DRIVER, f"--port={port}"], start_new_session=True)
    try:
        started = _started(port, width)
        yield started
        started.close()
    finally:
        _stop(driver)


def _started(port: int, width: int) -> Session:
    for _ in range(100):
        try:
            return Session(port, width)
        except urllib.error.URLError:
            time.sleep(0.2)
    raise TimeoutError(f"{DRIVER} does not answer")


def _stop(driver: subprocess.Popen[bytes]) -> None:
    os.killpg(driver.pid, signal.SIGTERM)
    driver.wait(timeout=20)
