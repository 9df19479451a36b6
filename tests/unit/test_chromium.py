"""`make test-browser` without a browser says what to install."""

from __future__ import annotations

from pathlib import Path

import pytest

from chromium import ADVICE, NAMES, NoChromium, find_chromium


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def make(path: Path) -> str:
    path.touch(0o755)
    return str(path)


def test_without_one_the_error_says_what_to_install(programs: Path) -> None:
    for bundled in ("", str(programs / "none")):
        with pytest.raises(NoChromium, match="apt-get install chromium"):
            find_chromium(bundled)


def test_an_installed_one_comes_before_that_of_playwright(programs: Path) -> None:
    bundled = make(programs / "bundled")
    assert find_chromium(bundled) == bundled
    for name in reversed(NAMES):
        made = make(programs / name)
        assert find_chromium(bundled) == made


def test_a_named_one_is_the_only_one(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(programs / NAMES[0])
    monkeypatch.setenv("CHROMIUM", make(programs / "mine"))
    assert find_chromium() == str(programs / "mine")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(NoChromium) as caught:
        find_chromium()
    assert str(caught.value) == f"CHROMIUM=/nowhere/chromium is not a program. {ADVICE}"
