"""Chromium as a reader has it: on a phone that waits for its network, or on a desk; and what is loaded and shown."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
_PATIENCE = 120_000
"""Milliseconds to wait for anything: a busy machine is no failure."""

_LOOK, _QUIET_LOOKS = 100, 5
"""Milliseconds between two looks whether anything is being loaded, and how many must find nothing."""

_TIMED = """([selector, event, value, patience]) => new Promise((done, failed) => {
  const list = document.querySelector("#_found ol"), begun = performance.now();
  setTimeout(() => failed(new Error("no results")), patience);
  new MutationObserver((_, watching) => {
    watching.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
  }).observe(list, { childList: true });
  const control = document.querySelector(selector);
  control.focus();
  if (event === "click") return control.click();
  control.value = value;
  control.dispatchEvent(new Event(event, { bubbles: true }));
})"""
"""From what a reader does on the search page to the frame in which the results are drawn, in milliseconds."""

_LOADED = """() => {
  const { loadEventEnd } = performance.getEntriesByType("navigation")[0];
  return [loadEventEnd, document.querySelectorAll("*").length, document.documentElement.scrollHeight];
}"""


@dataclass(frozen=True, slots=True)
class Device:
    """A screen with what is behind it. ``slower`` is the factor of the processor; ``network`` that of Lighthouse."""

    name: str
    width: int
    height: int
    slower: int = 1
    network: bool = False

    @property
    def told(self) -> str:
        """Return what it is, in words."""
        speed = (
            f"a processor that is {self.slower} times slower" if self.slower > 1 else "the processor as it is"
        )
        wait = f"{_MILLISECONDS} ms to each answer, {_BYTES_A_SECOND / 1000:.0f} kB a second"
        return (
            f"{self.width} × {self.height} pixels, {speed}, {wait if self.network else 'no network between'}"
        )


_MILLISECONDS, _BYTES_A_SECOND = 150, 1_638_400 // 8
"""The slow 4G that Lighthouse measures phones with."""

PHONE = Device("phone", 390, 844, slower=4, network=True)
DESK = Device("desk", 1280, 900)
DEVICES = (PHONE, DESK)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One answer: its address below the site's, and its bytes as they came."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was shown: seconds until it was loaded, of them for style and layout; its elements and pixels."""

    seconds: float
    layout: float
    elements: int
    pixels: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's own.

    Raises:
        FileNotFoundError: there is none.
    """
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if not path:
        raise FileNotFoundError("no Chromium: run `make browser`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_QUIET)
        yield browser
        browser.close()


class Reader:
    """A reader who has never been on the site at ``address`` before, and what their browser loads."""

    def __init__(self, browser: Browser, device: Device, address: str) -> None:
        self._address = address
        self._context = browser.new_context(viewport={"width": device.width, "height": device.height})
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(_PATIENCE)
        self._begun, self._requests = 0, list[Request]()
        self.page.on("request", self._begin)
        self.page.on("requestfinished", self._note)
        self._devtools = self._context.new_cdp_session(self.page)
        self._devtools.send("Performance.enable")
        self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": device.slower})
        if device.network:
            speed = {"downloadThroughput": _BYTES_A_SECOND, "uploadThroughput": _BYTES_A_SECOND}
            waits = {"offline": False, "latency": _MILLISECONDS, **speed}
            self._devtools.send("Network.enable")
            self._devtools.send("Network.emulateNetworkConditions", waits)

    def go(self, path: str) -> Shown:
        """Open a page of the site and wait until all of it is there."""
        self.page.goto(self._address + path, wait_until="networkidle")
        seconds, elements, pixels = self.page.evaluate(_LOADED)
        metrics: Any = self._devtools.send("Performance.getMetrics")["metrics"]
        taken = {each["name"]: each["value"] for each in metrics}
        layout = taken["LayoutDuration"] + taken["RecalcStyleDuration"]
        return Shown(seconds / 1000, layout, elements, pixels)

    def ask(self, words: str, after: float = 0) -> float:
        """Look for words on the search page; return the seconds until the results are drawn.

        They are put in at once, ``after`` some seconds in which the field is touched and nothing typed.
        """
        if after:
            self.page.locator("#_q").focus()
            self.page.wait_for_timeout(1000 * after)
        return self._timed("#_q", "input", words)

    def ask_anew(self, words: str) -> float:
        """Clear the filters and look for other words, likewise."""
        self.page.evaluate("() => document.querySelector('#_search').reset()")
        return self.ask(words)

    def choose(self, name: str) -> float:
        """Choose the first value of a filter that has claims, likewise."""
        first = self.page.locator(f"#_{name} option:not([hidden])").nth(1)
        return self._timed(f"#_{name}", "change", first.get_attribute("value") or "")

    def more(self) -> float:
        """Ask for more results, likewise."""
        return self._timed("#_found .more", "click", "")

    def open_filters(self) -> float:
        """Open the filters; return the seconds until there are choices."""
        begun = time.perf_counter()
        self.page.locator("summary").click()
        self.page.locator("#_verdict option").nth(1).wait_for(state="attached")
        return time.perf_counter() - begun

    def loaded(self) -> list[Loaded]:
        """Wait until nothing more is loaded; return what was loaded since it was asked the last time."""
        quiet = 0
        while quiet < _QUIET_LOOKS:
            before = self._begun
            self.page.wait_for_timeout(_LOOK)
            quiet = quiet + 1 if before == self._begun == len(self._requests) else 0
        done, self._requests, self._begun = self._requests, [], 0
        return [
            Loaded(each.url.removeprefix(self._address).partition("?")[0], each.sizes()["responseBodySize"])
            for each in done
        ]

    def leave(self) -> None:
        """Close the page."""
        self._context.close()

    def _begin(self, _request: Request) -> None:
        self._begun += 1

    def _note(self, request: Request) -> None:
        self._requests.append(request)

    def _timed(self, selector: str, event: str, value: str) -> float:
        return float(self.page.evaluate(_TIMED, [selector, event, value, _PATIENCE])) / 1000
