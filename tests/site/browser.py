"""A real browser over the built site: one window, its requests and its console kept."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.programs import need

# Every element that holds text of its own: its colour, its ground (the first ancestor that is not clear), the ratio.
_FAINT = """
const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return c.startsWith('color(')
    ? [m[0] * 255, m[1] * 255, m[2] * 255, m[3] ?? 1] : [m[0], m[1], m[2], m[3] ?? 1]; };
const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
const light = c => { const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
const ground = e => { const own = e ? parse(getComputedStyle(e).backgroundColor) : [255, 255, 255, 1];
    return own[3] === 1 ? own : over(own, ground(e.parentElement)); };
const faint = [];
for (const e of document.querySelectorAll('header *, nav *, main *, footer *')) {
  if (e.closest('svg') || !e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
  if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const style = getComputedStyle(e), back = ground(e), size = parseFloat(style.fontSize);
  const [x, y] = [light(over(parse(style.color), back)), light(back)].sort((a, b) => b - a);
  const ratio = (x + .05) / (y + .05), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
  if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${e.className} ${e.textContent.trim().slice(0, 20)}`);
}
return [...new Set(faint)];
"""
WIDE, NARROW = (1400, 1000), (390, 844)
PATIENCE = 20


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over HTTP on this machine; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class Window:
    """A browser window on a site at ``base``."""

    def __init__(self, driver: webdriver.Chrome, base: str, downloads: Path) -> None:
        self.driver, self.base, self.downloads = driver, base, downloads
        self.requests: list[str] = []

    def open(self, page: str) -> None:
        """Go to a page of the site and wait until its scripts have run."""
        self.driver.get(f"{self.base}/{page}")
        self.until(lambda d: d.execute_script("return document.readyState") == "complete")

    def until(self, condition: Any) -> Any:
        """Wait for a condition of the driver."""
        return WebDriverWait(self.driver, PATIENCE).until(condition)

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script."""
        return self.driver.execute_script(f"return {script}", *arguments)

    def size(self, size: tuple[int, int]) -> None:
        """A screen of this size; a narrow one behaves as a phone."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, scheme: str) -> None:
        """Let the system prefer ``light`` or ``dark``."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def faint(self) -> list[str]:
        """Texts of the page that stand out too little from what is behind them, with their contrast."""
        return [str(found) for found in self.driver.execute_script(_FAINT)]

    def search(self, words: str) -> list[str]:
        """Type into the search; the pages it finds, best first, as paths in the site."""
        field = self.until(lambda d: d.find_element(By.CSS_SELECTOR, "input.md-search__input"))
        if not field.is_displayed() or self.driver.get_window_size()["width"] < 600:
            self.run("document.querySelector('label[for=__search]').click()")
        self.run("arguments[0].focus()", field)
        field.send_keys(words)
        # Read in one breath: the list is drawn anew while the words are typed.
        links = "[...document.querySelectorAll('a.md-search-result__link')].map(link => link.href)"
        self.until(lambda _: self.run(links))
        found, before = self.run(links), None
        while found != before:
            time.sleep(0.3)
            found, before = self.run(links), found
        return [str(link).removeprefix(f"{self.base}/") for link in found]

    def trouble(self) -> tuple[list[str], list[str]]:
        """What stood in the console as an error, and which other hosts were asked, since the last call."""
        errors = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        foreign = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                self.requests.append(address)
                if urlsplit(address).scheme in ("http", "https", "ws", "wss") and not address.startswith(self.base):
                    foreign.append(address)
        return errors, foreign


@contextmanager
def window(base: str, downloads: Path) -> Iterator[Window]:
    """A headless browser; left out (or a failure) where there is none."""
    options = Options()
    options.binary_location = need("chromium")
    for argument in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "lang=zh-CN"):
        options.add_argument(f"--{argument}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(need("chromedriver")))
    try:
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
        yield Window(driver, base, downloads)
    finally:
        driver.quit()
