"""The final answer of descriptive mode, while the reply that holds it is still being written."""

from __future__ import annotations

from typing import Any

from vllm_sdk._structured.json_text.parsing import is_object
from vllm_sdk._structured.json_text.partial_json import PartialJsonParser


class AnswerText:
    """The text of `{"answer": "…"}` as it grows; nothing of calls, or of other answers."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._growing: PartialJsonParser[Any] = PartialJsonParser()
        self._said = ""

    def feed(self, text: str) -> str:
        """Take more of the reply.

        Returns:
            What more there is of the answer; empty where there is none.
        """
        partial = self._growing.feed(text)
        if partial is None or not is_object(partial.json):
            return ""
        answer = partial.json.get("answer")
        if not isinstance(answer, str):
            return ""
        more = answer[len(self._said) :]
        self._said = answer
        return more
