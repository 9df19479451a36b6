"""The facts about a server that decide which checks apply to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from vllm_sdk.contract.exchanges import Answer, is_array, is_object
from vllm_sdk.contract.outcomes import Failed, NotApplicable, ServerSummary
from vllm_sdk.contract.probe import Probe

CHAT = "/v1/chat/completions"
COMPLETIONS = "/v1/completions"
TOKENIZE = "/tokenize"
QUESTION = "Count from one to ten."
"""The prompt of all checks that need one."""

POOLING_ROUTES = ("/v1/embeddings", "/pooling", "/classify", "/score", "/rerank")
AUDIO_ROUTE = "/v1/audio/transcriptions"
OK, UNAUTHORIZED, FORBIDDEN = 200, 401, 403
FIRST_TOKENS = 8
"""Tokens of the first chat, which shows whether the model reasons."""


class NoServer(Exception):
    """An address about which no verdict is possible; the message says why."""


@attrs.define
class Facts:
    """The facts about a server that were found out.

    Attributes:
        url: The address.
        model: The model to ask; empty if the server lists none.
        version: The version of vLLM; empty if the server does not tell one.
        is_vllm: Whether the server tells a version of vLLM, or names it as the models' owner.
        context: The length of the model's context in tokens; 0 if unknown.
        spec: The served `openapi.json`; None without one.
        chat: The reason why the model does not chat; empty if it does.
        completions: The reason why the model does not complete text; empty if it does.
        reasons: Whether the model thinks before it answers.
        has_key: Whether the run has an API key.
    """

    url: str
    model: str = ""
    version: str = ""
    is_vllm: bool = False
    context: int = 0
    spec: dict[str, Any] | None = None
    chat: str = "not tried"
    completions: str = "not tried"
    reasons: bool = False
    has_key: bool = False

    def has_route(self, path: str) -> bool:
        """Tell whether the served spec has a route; False without a spec."""
        return self.spec is not None and path in self.spec.get("paths", {})

    def summarize(self) -> ServerSummary:
        """Return the facts for a report."""
        kinds = ["vLLM" if self.is_vllm else "an OpenAI-compatible server that is not vLLM"]
        if not self.chat:
            kinds.append("a reasoning model" if self.reasons else "a chat model")
        elif not self.completions:
            kinds.append("a base model")
        elif any(self.has_route(path) for path in POOLING_ROUTES):
            kinds.append("a pooling model")
        elif self.has_route(AUDIO_ROUTE):
            kinds.append("an audio model")
        return ServerSummary(self.url, self.version, self.model, self.context, ", ".join(kinds))


def _need_vllm(facts: Facts) -> None:
    if not facts.is_vllm:
        raise NotApplicable("the server is not vLLM, as far as it tells")


def _need_model(facts: Facts) -> None:
    if not facts.model:
        raise NotApplicable("the server lists no model", "--model")


def _need_chat(facts: Facts) -> None:
    if facts.chat:
        raise NotApplicable(facts.chat, "--chat-template" if "template" in facts.chat else "")


def _need_completions(facts: Facts) -> None:
    if facts.completions:
        raise NotApplicable(facts.completions)


def _need_text(facts: Facts) -> None:
    if facts.chat and facts.completions:
        raise NotApplicable("the server has neither chats nor completions")


def _need_context(facts: Facts) -> None:
    if not facts.context:
        raise NotApplicable("the server does not tell the length of the model's context")


def _need_key(facts: Facts) -> None:
    if not facts.has_key:
        raise NotApplicable("the run has no API key", "VLLM_API_KEY")


def _need_spec(facts: Facts) -> None:
    if facts.spec is None:
        raise NotApplicable("the server does not serve /openapi.json")


NEEDS: Mapping[str, Callable[[Facts], None]] = {
    "vllm": _need_vllm,
    "model": _need_model,
    "chat": _need_chat,
    "completions": _need_completions,
    "text": _need_text,
    "context": _need_context,
    "key": _need_key,
    "spec": _need_spec,
}
"""What a check may need; each function raises `NotApplicable` if the server lacks it."""


def require(need: str, facts: Facts) -> None:
    """Check that the server has what a check needs: a name of `NEEDS`, or a route.

    Raises:
        NotApplicable: The server lacks it.
    """
    if not need.startswith("/"):
        NEEDS[need](facts)
    elif not facts.has_route(need):
        raise NotApplicable(f"the server has no route {need}")


async def discover(probe: Probe, *, model: str | None) -> Facts:
    """Find out what the server is.

    Args:
        probe: Sends the requests.
        model: The model to ask; None for the first one that the server lists.

    Raises:
        NoServer: Nothing answers at the address, or it is not the API of a model server, or it
            wants an API key, or does not serve the model.
    """
    connection = probe.connection
    facts = Facts(connection.url, has_key=connection.api_key is not None)
    models = await _try(probe, "/v1/models")
    if models.status in {UNAUTHORIZED, FORBIDDEN}:
        raise NoServer(_explain_refused_key(models, has_key=facts.has_key))
    cards = _read_cards(models)
    owner = _read_model(facts, cards, model)
    version = await _try(probe, "/version")
    if version.status == OK and isinstance(found := _read(version).get("version"), str):
        facts.version = found
    spec = await _try(probe, "/openapi.json")
    found_spec = _read(spec)
    if spec.status == OK and _lists_known_route(found_spec.get("paths")):
        facts.spec = found_spec
    told = bool(facts.version) and (not owner or facts.has_route(TOKENIZE))
    facts.is_vllm = owner == "vllm" or (told and bool(cards or facts.spec))
    answers = await _try_generation(probe, facts) if facts.model else []
    _require_model_server(facts, cards, models, answers)
    return facts


def _require_model_server(
    facts: Facts, cards: list[dict[str, Any]], models: Answer, answers: list[Answer]
) -> None:
    """Check that the address is that of a model server, which serves the model.

    Args:
        facts: The facts so far.
        cards: The models that the server lists.
        models: The answer with the list.
        answers: The answers to the first requests to generate.

    Raises:
        NoServer: It is not.
    """
    if not (cards or facts.is_vllm or facts.spec or any(map(_is_of_api, answers))):
        raise NoServer(
            f"{facts.url} does not answer like a model server. GET /v1/models gave "
            f"{models.describe()}. Check the address."
        )
    names = [str(card.get("id", "")) for card in cards]
    if names and facts.model not in names and {answer.status for answer in answers} == {404}:
        raise NoServer(
            f"{facts.url} does not serve {facts.model!r}; it serves {', '.join(names)}. "
            "Correct --model or VLLM_MODEL."
        )


def _is_of_api(answer: Answer) -> bool:
    """Tell whether an answer is a reply, or an error in the form of OpenAI's API."""
    return not {"choices", "error"}.isdisjoint(_read(answer))


def _lists_known_route(paths: Any) -> bool:
    """Tell whether the paths of a spec are those of a model server, not of any application."""
    known = {CHAT, COMPLETIONS, AUDIO_ROUTE, TOKENIZE, *POOLING_ROUTES}
    return is_object(paths) and not known.isdisjoint(paths)


def _explain_refused_key(answer: Answer, *, has_key: bool) -> str:
    if has_key:
        return (
            f"The server does not accept this API key (HTTP {answer.status} to GET /v1/models). "
            "Correct VLLM_API_KEY."
        )
    return (
        f"The server wants an API key (HTTP {answer.status} to GET /v1/models). Set VLLM_API_KEY."
    )


async def _try(probe: Probe, path: str) -> Answer:
    try:
        return await probe.get(path)
    except Failed as error:
        raise NoServer(
            f"{probe.connection.url} gives no answer to GET {path}: expected {error.expected}, got "
            f"{error.got}. Check the address, and that the server runs."
        ) from None


def _read(answer: Answer) -> dict[str, Any]:
    try:
        return answer.read_object()
    except Failed:
        return {}


def _read_cards(answer: Answer) -> list[dict[str, Any]]:
    listed = _read(answer).get("data")
    return [card for card in listed if is_object(card)] if is_array(listed) else []


def _read_model(facts: Facts, cards: list[dict[str, Any]], model: str | None) -> str:
    """Read the card of the model to ask, and return its owner; empty if it has none."""
    facts.model = model or ""
    chosen = next((card for card in cards if model is None or card.get("id") == model), None)
    if chosen is None:
        return ""
    facts.model = model or str(chosen.get("id", ""))
    context = chosen.get("max_model_len")
    facts.context = context if isinstance(context, int) else 0
    return str(chosen.get("owned_by") or "")


async def _try_generation(probe: Probe, facts: Facts) -> list[Answer]:
    """Ask for a chat and for a completion, and return the answers."""
    answers: list[Answer] = []
    asked = {"model": facts.model, "max_tokens": FIRST_TOKENS, "temperature": 0}
    for path in (CHAT, COMPLETIONS):
        prompt: dict[str, Any] = (
            {"messages": [{"role": "user", "content": QUESTION}]}
            if path == CHAT
            else {"prompt": QUESTION}
        )
        try:
            answer = await probe.post(path, asked | prompt, tokens=FIRST_TOKENS)
        except Failed:
            problem = ""  # the checks of the route will say what is wrong
        else:
            answers.append(answer)
            problem = _explain_missing(path, answer, is_served=facts.has_route(path))
            if path == CHAT and not problem:
                facts.reasons = _has_reasoning(_read(answer))
        if path == CHAT:
            facts.chat = problem
        else:
            facts.completions = problem
    return answers


def _explain_missing(path: str, answer: Answer, *, is_served: bool) -> str:
    """Return why a route does not apply; a route that is there and broken applies.

    Args:
        path: The route.
        answer: The answer to a request.
        is_served: Whether the served spec has the route.
    """
    text = answer.body.decode("utf-8", "replace")
    if answer.status in {404, 405, 501} and not is_served:
        return f"the server has no {path} for this model (HTTP {answer.status})"
    if answer.status == 400 and "chat template" in text.lower():  # noqa: PLR2004
        return "the model has no chat template"
    if answer.status == 400 and "does not support" in text.lower():  # noqa: PLR2004
        return f"the model does not support {path}"
    return ""


def _has_reasoning(body: dict[str, Any]) -> bool:
    try:
        message = body["choices"][0]["message"]
        return bool(message.get("reasoning") or message.get("reasoning_content"))
    except (LookupError, TypeError, AttributeError):
        return False
