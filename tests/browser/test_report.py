"""The report of `vllm-sdk contract --report html`, as a colleague would look at it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conforming_server import Conforming
from vllm_sdk.testing import FakeAnswer, FakeRequest, FakeServer, answer_json

HOSTILE = "<script>document.title = 'taken'</script><b>no</b>"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with failures, on a server that wants to write into the page."""
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/health":
            return FakeAnswer(503)
        if request.path == "/version":
            return answer_json({"version": HOSTILE})
        return conforming(request)

    path = tmp_path_factory.mktemp("report") / "report.html"
    with FakeServer(handle=handle) as server:
        command = [sys.executable, "-m", "vllm_sdk", "contract", server.url, "--report", "html"]
        done = subprocess.run(  # noqa: S603 -- our own command
            [*command, "--output", str(path)], capture_output=True, timeout=120, check=False
        )
    assert done.returncode == 1, done.stderr
    return path


def test_the_page_shows_each_verdict_and_the_failures(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    assert page.title().startswith("Contract of http://127.0.0.1:")
    assert page.locator("td.pass").count() > 50
    assert page.locator("td.none").count() > 5
    failures = page.locator("h2.fail").all_inner_texts()
    assert "core.health" in failures
    assert page.locator("td.fail").count() == len(failures)
    assert page.get_by_text("HTTP 503").first.is_visible()
    assert "curl" in page.locator("pre").first.inner_text()


def test_a_row_leads_to_its_failure(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.locator("td a", has_text="core.health").click()
    assert page.url.endswith("#core.health")
    heading = page.locator("h2", has_text="core.health")
    assert heading.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    assert heading.evaluate("e => e.getBoundingClientRect().bottom > 0")


def test_the_words_of_a_server_are_words(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    assert page.title().startswith("Contract of")
    assert page.locator("script").count() == 0
    assert page.locator("b").count() == 0
    assert HOSTILE in page.inner_text("body")


def test_the_page_loads_nothing_else(page: Any, report: Path) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(report.as_uri())
    assert loaded == [report.as_uri()]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_fits_the_screen(width: int, page: Any, report: Path) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# The least contrast that the guidelines for accessible pages ask for, and how they compute it.
CONTRAST = """element => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = color => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(each => each / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.color = "Canvas";
  const shades = [getComputedStyle(probe).color, getComputedStyle(element).color].map(light);
  return (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05);
}"""
LEAST_CONTRAST = 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["pass", "fail", "none"])
def test_each_verdict_can_be_read(kind: str, scheme: str, page: Any, report: Path) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(report.as_uri())
    assert page.locator(f"td.{kind}").first.evaluate(CONTRAST) >= LEAST_CONTRAST
