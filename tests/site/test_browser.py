"""What a reader does, in a real browser: reads on wide and narrow screens, searches, downloads, turns off the light."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from fixdocs.pipeline import check
from fixdocs.reports.names import lint_file
from fixdocs.sample import project
from tests.site.browser import NARROW, PATIENCE, WIDE, Window, served, window
from tests.site.built import pages
from tests.support.ooxml_lint import assert_clean
from tests.support.programs import requires

pytestmark = requires("chromium", "chromedriver")

PAGES = (
    "index.html", "start.html", "downloads.html", "gallery.html", "method/index.html", "method/mapping.html",
    "method/choosing.html", "workbooks/01.html", "workbooks/04.html", "messages.html", "commands.html",
    "word/index.html", "word/causes.html", "how/index.html", "decisions/index.html",
)  # fmt: skip
SEARCHES = {
    "鱼骨图": "method/fishbone.html",
    "流程周期效率": "method/measuring.html",
    "优先级矩阵": "method/matrix.html",
    "五问法": "method/whys.html",
    "总历时": "method/measuring.html",
    "安装": "install.html",
    "FD702": "messages.html#FD702",
}


@pytest.fixture(scope="module")
def browser(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with served(site) as base, window(base, tmp_path_factory.mktemp("downloads")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def untroubled(browser: Window) -> Iterator[None]:
    """Whatever is done: no error in the console, no request to another host."""
    browser.size(WIDE)
    yield
    assert browser.trouble() == ([], [])


def _fits(browser: Window, page: str, width: int) -> None:
    browser.open(page)
    assert browser.driver.find_element(By.TAG_NAME, "h1").is_displayed(), page
    assert browser.run("document.documentElement.scrollWidth") <= width, page
    assert browser.run("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)") >= 14, page


def test_pages_fit_a_wide_screen(browser: Window) -> None:
    for page in PAGES:
        _fits(browser, page, WIDE[0])


def test_every_page_fits_a_phone(browser: Window, site: Path) -> None:
    browser.size(NARROW)
    for page in pages(site):
        _fits(browser, page.path.relative_to(site).as_posix(), NARROW[0])


def test_code_keeps_its_lines(browser: Window) -> None:
    browser.open("install.html")
    heights = "[...document.querySelectorAll('article pre')].map(p => [p.innerText.trim().split('\\n').length, p.offsetHeight])"
    shown = [(lines, height) for lines, height in browser.run(heights) if height]
    assert max(lines for lines, _ in shown) >= 4
    assert all(height >= lines * 18 for lines, height in shown)


def test_a_wide_table_is_cards_on_a_phone(browser: Window) -> None:
    browser.size(NARROW)
    browser.open("workbooks/02.html")
    cell = "document.querySelector('.columns tbody tr td:nth-child(2)')"
    assert browser.run(f"getComputedStyle({cell}, '::before').content") == '"含义"'
    assert browser.run(f"{cell}.getBoundingClientRect().width") > 300


def test_the_requests_are_seen(browser: Window) -> None:
    """The check above would pass if nothing were recorded."""
    browser.open("index.html")
    browser.trouble()
    assert any(address.endswith("/stylesheets/figures.css") for address in browser.requests)


@pytest.mark.parametrize("words", SEARCHES)
def test_search_leads_to_the_page(browser: Window, words: str) -> None:
    browser.open("index.html")
    found = [unquote(link).split("?")[0] for link in browser.search(words)]
    assert found[0].startswith(SEARCHES[words].split("#")[0]), found[:5]
    browser.driver.find_element(By.CSS_SELECTOR, "a.md-search-result__link").click()
    browser.until(lambda d: SEARCHES[words].split("#")[0] in d.current_url)
    assert words in browser.driver.find_element(By.TAG_NAME, "article").text


def test_search_works_on_a_phone(browser: Window) -> None:
    browser.size(NARROW)
    browser.open("method/ecrs.html")
    assert any("fishbone" in link for link in browser.search("鱼骨图"))


def test_the_menu_opens_on_a_phone(browser: Window) -> None:
    browser.size(NARROW)
    browser.open("method/matrix.html")
    browser.driver.find_element(By.CSS_SELECTOR, "header label[for=__drawer]").click()
    browser.until(lambda d: d.find_element(By.CSS_SELECTOR, ".md-sidebar--primary .md-nav__title").is_displayed())


def _download(browser: Window, name: str, group: str) -> Path:
    browser.open("downloads.html")
    link = next(
        a
        for a in browser.driver.find_elements(By.CSS_SELECTOR, "article td a")
        if a.text == name and f"downloads/{group}/" in unquote(a.get_attribute("href") or "")
    )
    browser.run("arguments[0].click()", link)
    path, end = browser.downloads / name, time.monotonic() + PATIENCE
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.1)
    return path


def test_a_downloaded_workbook_is_read(browser: Window, tmp_path: Path) -> None:
    shutil.move(_download(browser, "01-现状调研.xlsx", "sample"), tmp_path)
    checked = check(tmp_path, "zh")
    assert checked.errors == 0
    assert [step.id for step in checked.project.steps] == [step.id for step in project().steps]


def test_a_downloaded_blank_workbook_is_read(browser: Window, tmp_path: Path) -> None:
    shutil.move(_download(browser, "02-问题清单.xlsx", "blank"), tmp_path)
    checked = check(tmp_path, "zh")
    assert len(checked.project.rating) == 10
    assert checked.project.issues == ()


def test_a_downloaded_report_opens(browser: Window) -> None:
    path = _download(browser, "02-服务流程问题清单.docx", "reports")
    assert_clean(path)
    report = Document(str(path))
    cells = {cell.text for table in report.tables for row in table.rows for cell in row.cells}
    assert project().issues[0].description in cells


def test_a_downloaded_template_passes_our_check(browser: Window) -> None:
    assert lint_file(_download(browser, "03-根因分析报告.docx", "templates")) == []


def _scheme(browser: Window, wanted: str) -> None:
    browser.until(lambda d: d.find_element(By.TAG_NAME, "body").get_attribute("data-md-color-scheme") == wanted)


def test_colours_follow_the_system_until_the_reader_chooses(browser: Window) -> None:
    browser.open("method/matrix.html")
    paint = "getComputedStyle(document.querySelector('svg.fd text')).fill"
    ground = "getComputedStyle(document.body).backgroundColor"
    try:
        browser.prefer("light")
        _scheme(browser, "default")
        light = browser.run(paint), browser.run(ground)
        browser.prefer("dark")
        _scheme(browser, "slate")
        assert browser.run(paint) != light[0]
        assert browser.run(ground) != light[1]
        toggle = "label.md-header__button[for^=__palette]:not([hidden])"
        for scheme in ("default", "slate", "slate"):  # light, dark, and as the system is: dark
            browser.driver.find_element(By.CSS_SELECTOR, toggle).click()
            _scheme(browser, scheme)
    finally:
        browser.prefer("light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Window, scheme: str) -> None:
    """WCAG's 4.5 to 1 (3 to 1 for large text), over everything that is text."""
    try:
        browser.prefer(scheme)
        for page in (*PAGES, "how/changes.html"):
            browser.open(page)
            _scheme(browser, {"light": "default", "dark": "slate"}[scheme])
            assert browser.faint() == [], page
    finally:
        browser.prefer("light")


def test_the_keyboard_is_enough(browser: Window) -> None:
    browser.open("method/whys.html")
    body = browser.driver.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    assert "md-skip" in browser.run("document.activeElement.className").split()
    body.send_keys("/")
    browser.until(lambda d: "md-search__input" in str(d.switch_to.active_element.get_attribute("class")))
    browser.driver.switch_to.active_element.send_keys("鱼骨图")
    browser.until(lambda d: d.find_elements(By.CSS_SELECTOR, "a.md-search-result__link"))
    browser.driver.switch_to.active_element.send_keys(Keys.DOWN)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    browser.until(lambda d: "fishbone" in d.current_url)


def test_drawings_can_be_scrolled_by_keyboard_and_have_words(browser: Window) -> None:
    browser.open("gallery.html")
    pages = browser.driver.find_elements(By.CSS_SELECTOR, ".drawn__page")
    assert pages
    assert all(page.get_attribute("tabindex") == "0" and page.get_attribute("aria-label") for page in pages)


def test_it_works_from_a_folder(site: Path, tmp_path: Path) -> None:
    with window(site.as_uri(), tmp_path) as opened:
        opened.size(WIDE)
        opened.open("method/index.html")
        found = [unquote(link) for link in opened.search("流程周期效率")]
        assert "method/measuring.html" in found[0]
        assert opened.trouble() == ([], [])
