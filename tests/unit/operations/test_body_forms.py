"""Bodies are recognised by their bytes, whatever their label."""

from __future__ import annotations

import pytest

from vllm_sdk._operations.body_forms import BodyForm, quote_start, recognise_form

EVENTS, JSON, HTML, TEXT, EMPTY = (
    BodyForm.EVENTS,
    BodyForm.JSON,
    BodyForm.HTML,
    BodyForm.TEXT,
    BodyForm.EMPTY,
)
LABELS = ["", "text/event-stream", "text/event-stream; charset=utf-8", "text/plain", "text/html"]


@pytest.mark.parametrize("label", [*LABELS, "application/json"])
@pytest.mark.parametrize(
    ("start", "form"),
    [
        (b'data: {"id": 1}\n\n', EVENTS),
        (b"data:{}", EVENTS),
        (b"d", EVENTS),
        (b"even", EVENTS),
        (b"event: message\ndata: x", EVENTS),
        (b": keep-alive\n\n", EVENTS),
        (b"\n\ndata: x", EVENTS),
        (b"\xef\xbb\xbfdata: x", EVENTS),
        (b"data\r", EVENTS),
        (b"retry: 3000\n", EVENTS),
        (b"id: 4\r\ndata: x", EVENTS),
        (b"other: 4\r\ndata: x", EVENTS),
        (b'{"error": "busy"}', JSON),
        (b' \n[{"a": 1}]', JSON),
        (b"\xef\xbb\xbf{}", JSON),
        (b"{", JSON),
        (b"<!DOCTYPE html>", HTML),
        (b"\n <html>", HTML),
        (b"<?xml version='1.0'?>", HTML),
    ],
)
def test_the_bytes_decide(label: str, start: bytes, form: BodyForm) -> None:
    assert recognise_form(label, start) is form


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    "start", [b"upstream connect error", b"database", b"not found: data:", b"5"]
)
def test_what_is_nothing_else_is_text(label: str, start: bytes) -> None:
    assert recognise_form(label, start) is TEXT


@pytest.mark.parametrize(
    ("label", "start", "form"),
    [
        ("text/event-stream", b"", EVENTS),
        ("Text/Event-Stream;charset=utf-8", b" \r\n", EVENTS),
        ("", b"\n", EMPTY),
        ("application/json", b"", EMPTY),
        ("application/json", b'"busy"', JSON),
        ("application/problem+json", b"null", JSON),
        ("text/plain", b'"busy"', TEXT),
    ],
)
def test_the_label_decides_what_the_bytes_leave_open(
    label: str, start: bytes, form: BodyForm
) -> None:
    assert recognise_form(label, start) is form


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        (b"<html><head><title> 502\n Bad Gateway</title></head><body>x</body>", "502 Bad Gateway"),
        (b"<html><title></title><h1>Bad</h1>gateway", "Bad gateway"),
        (b"<html><script>var x = '<p>';</script><!-- no --><p>seen</p><di", "seen"),
        (b"<html><script>never ends", ""),
        (b"<html>" + b"x" * 500, "x" * 160 + "…"),
        (b"<html>" * 5000 + b"late", ""),
    ],
)
def test_a_page_is_quoted_as_a_reader_sees_it(content: bytes, quoted: str) -> None:
    assert quote_start(content, HTML) == quoted


def test_a_text_is_quoted_with_its_start() -> None:
    assert quote_start(b"\xef\xbb\xbf a\n\n b \xff", TEXT) == "a b �"
    assert quote_start(b"x" * 161, TEXT) == "x" * 160 + "…"
