"""English pages fit in beside the Chinese ones: a language in the configuration, and pages named PAGE.en.md."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.built import pages, read, target

ROOT = Path(__file__).resolve().parents[2]
SECOND = """          name: 中文
        - locale: en
          name: English
"""
FISHBONE = """# Fishbone

{{ figure("causes.core[0].fishbone") }}

A cause has a verdict: {{ column("causes.verdict") }}; {{ code("FD702") }} asks for evidence.
"""


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with one page in English."""
    folder = tmp_path_factory.mktemp("bilingual")
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("__pycache__"))
    configuration = folder / "site" / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    assert text.count("          name: 中文\n") == 1
    configuration.write_text(text.replace("          name: 中文\n", SECOND), encoding="utf-8")
    (folder / "site" / "docs" / "method" / "fishbone.en.md").write_text(FISHBONE, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "site/mkdocs.yml"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
    )
    assert result.returncode == 0, result.stderr
    return folder / "build" / "site"


def test_the_page_is_there_in_both_languages(bilingual: Path) -> None:
    english, chinese = (read(bilingual / folder / "fishbone.html") for folder in ("en/method", "method"))
    assert (english.language, chinese.language) == ("en", "zh")
    assert "asks for evidence" in english.text
    assert "六个维度" in chinese.text
    assert '<figure class="drawn">' in english.path.read_text(encoding="utf-8")


def test_links_from_the_english_page_lead_somewhere(bilingual: Path) -> None:
    page = read(bilingual / "en/method/fishbone.html")
    made = [link for link in page.links if "workbooks/03.html" in link or "messages.html#" in link]
    assert len(made) >= 2
    for link in made:
        found = target(page, link)
        assert found
        assert found[1] in read(found[0]).ids or not found[1]


def test_the_chinese_pages_stay_whole(bilingual: Path, site: Path) -> None:
    names = {page.path.relative_to(site) for page in pages(site)}
    assert {name for name in names if not (bilingual / name).is_file()} == set()
