"""Demonstrate the SDK on a real vLLM: `make demo`, or `VLLM_BASE_URL=… make demo` on your server.

Without VLLM_BASE_URL vLLM servers are started on the CPU. The first one serves the scripted model,
which is trained to answer exactly these questions. Two more serve small real models, whose answers
nobody has written. They are made and started while the scripted model is trained and shown.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from vllm_api import Client
from vllm_api.api.embeddings import create_embedding
from vllm_api.models import EmbeddingCompletionRequest, EmbeddingResponse
from vllm_sdk import VLLM, AsyncVLLM, ToolPrompt, ToolReply, VLLMError, user
from vllm_sdk.errors import OutputError
from vllm_sdk.testing import LauncherError, Server, prepare, serve, use_server

COUNTRIES = ["France", "Spain", "Italy", "Germany", "Japan"]

REVIEWS = ["I love this film, it is wonderful.", "The worst hotel I have ever seen."]

SOUGHT = "My pet is hungry."
SENTENCES = [
    "The kitten wants its milk.",
    "The car needs a new engine.",
    "Shares fell by ten percent.",
    "Dogs eat twice a day.",
    "It rained all night.",
]


@dataclass
class Company:
    name: Annotated[str, "Company name"]
    country: Annotated[str, "Country where company is headquartered"]
    description: Annotated[str, "Brief description of the company"]


@dataclass
class Person:
    name: Annotated[str, "The person's full name"]
    profession: Annotated[str, "Their primary occupation"]
    description: Annotated[str, "A brief biography"]
    companies: Annotated[list[Company], "Companies they've worked for"] = field(
        default_factory=list[Company]
    )


@dataclass
class Film:
    title: str
    year: int


def main() -> int:
    try:
        if os.environ.get("VLLM_BASE_URL"):
            show_sdk()
        else:
            prepare()
            with start_servers(REAL_MODELS) as starting:
                show_sdk()
                show_real_models(starting)
    except (VLLMError, LauncherError) as error:
        print(f"\n{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print(f"\nType next: {sys.executable} -m vllm_sdk serve-test")
    return 0


@contextlib.contextmanager
def start_servers(models: Iterable[str]) -> Generator[Mapping[str, Future[Server]]]:
    """Start servers in a thread, one after the other; they end with the block."""
    starting: dict[str, Future[Server]] = {model: Future() for model in models}
    done = threading.Event()

    def start() -> None:
        with contextlib.ExitStack() as stack:
            for model, future in starting.items():
                try:
                    server = stack.enter_context(serve(model, say=lambda _: None))
                except Exception as error:  # noqa: BLE001  raised where the server is needed
                    future.set_exception(error)
                else:
                    future.set_result(server)
            done.wait()

    # A server that has not started by the end, for example at Ctrl-C, ends with this process.
    thread = threading.Thread(target=start, daemon=True)
    thread.start()
    try:
        yield starting
    finally:
        done.set()
        if all(future.done() for future in starting.values()):
            thread.join()


def show_sdk() -> None:
    """Show everything on the scripted model, or on the user's server."""
    with use_server() as server:
        if server.pid:
            show_kind("The scripted model", "a script in the form of a model")
        with VLLM(server.url, model=server.model) as client:
            show_each(client, SHOWN)
        asyncio.run(show_batch(server.url, server.model))


def show_real_models(starting: Mapping[str, Future[Server]]) -> None:
    show_kind("Real models", "small ones: nobody has written these answers, and some are wrong")
    for model, future in starting.items():
        try:
            if not future.done():
                print(f"\n   waiting for {model}", flush=True)
            REAL_MODELS[model](future.result())
        except (VLLMError, LauncherError) as error:  # the scripted model has shown the SDK
            print(f"\n   left out, because: {error}")


def show_language_model(server: Server) -> None:
    with VLLM(server.url, model=server.model) as client:
        show_each(client, SHOWN_BY_A_REAL_MODEL)


def show_embedding_model(server: Server) -> None:
    with Client(base_url=server.url) as bindings:
        show_search(bindings)


def show_each(client: VLLM, shown: list[Callable[[VLLM], None]]) -> None:
    for show in shown:
        try:
            show(client)
        except OutputError as error:  # another model may answer otherwise
            print(f"   {type(error).__name__}: {error}")


def show_kind(name: str, about: str) -> None:
    print(f"\n══ {name} {'═' * (76 - len(name))}\n   {about}")


def show_title(text: str) -> None:
    print(f"\n── {text} {'─' * (76 - len(text))}")


def show_question(question: str) -> None:
    print(f"   you    {question}")


def show_answer(text: str) -> None:
    first, *rest = text.splitlines() or [""]
    print(f"   model  {first}")
    for line in rest:
        print(f"          {line}")


def show_server(client: VLLM) -> None:
    show_title("The server")
    print(f"   vLLM {client.server.version()} at {client.base_url}")
    for model in client.list_models():
        print(f"   serves {model.id}, context of {model.max_model_len} tokens")


def show_generation(client: VLLM) -> None:
    show_title("A generation")
    show_question("Write a haiku about programming")
    reply = client.generate(
        "Write a haiku about programming",
        system="You are a creative assistant who specializes in writing haikus.",
        temperature=0.0,
        max_tokens=100,
    )
    show_answer(reply.text)
    print(f"          ({reply.usage.completion_tokens} tokens, ended by {reply.finish_reason!r})")


def show_chat(client: VLLM) -> None:
    show_title("A chat")
    history = [user("My name is Ada.")]
    show_question("My name is Ada.")
    history.append(client.chat(history, temperature=0.0, max_tokens=100).message)
    show_answer(str(history[-1].content))
    history.append(user("What is my name?"))
    show_question("What is my name?")
    show_answer(client.chat(history, temperature=0.0, max_tokens=100).text)


def show_structured(client: VLLM) -> None:
    show_title("A typed answer: returns=Person")
    show_question("Tell me about Albert Einstein")
    person = client.generate(
        "Tell me about Albert Einstein", returns=Person, temperature=0.0, max_tokens=1000
    ).value
    show_answer(f"{person.name}, {person.profession}. {person.description}")
    for company in person.companies:
        print(f"          {company.name} ({company.country}): {company.description}")
    review = 'Is this review positive or negative? "I love this film."'
    show_question(review)
    reply = client.generate(review, returns=Literal["positive", "negative"], temperature=0.0)
    show_answer(repr(reply.value))


def show_rows(client: VLLM) -> None:
    show_title("Rows as they come: returns=list[Film]")
    question = "Name three films of Charlie Chaplin"
    show_question(question)
    with client.stream(question, returns=list[Film], temperature=0.0, max_tokens=200) as stream:
        for film in stream.items():
            print(f"   model  {film.year}  {film.title}", flush=True)


def get_weather(city: str) -> dict[str, str | int]:
    """Tell the weather in a city.

    Args:
        city: The city's name.
    """
    return {"city": city, "temperature": 18, "sky": "sunny"}


def show_tools(client: VLLM) -> None:
    show_title("Tools: a Python function, called by the model")
    question = "What's the weather like?"
    show_question(question)
    show_loop(client.generate_with_tools(question, [get_weather], temperature=0.0, max_tokens=200))
    show_title("Tools, described in the prompt for servers without a tool parser")
    question = "Do I need an umbrella in Paris?"
    show_question(question)
    # The scripted model was trained on this protocol. For other models leave tool_prompt out.
    prompt = ToolPrompt() if client.model == "scripted" else None
    show_loop(
        client.generate_with_tools(
            question,
            [get_weather],
            mode="descriptive",
            tool_prompt=prompt,
            temperature=0.0,
            max_tokens=200,
        )
    )


def show_loop(reply: ToolReply) -> None:
    for call in reply.calls:
        given = ", ".join(f"{name}={value!r}" for name, value in call.arguments.items())
        print(f"   calls  {call.name}({given})")
        print(f"   tool   {call.error or call.result}")
    show_answer(reply.text)


def show_stream(client: VLLM) -> None:
    show_title("A stream")
    show_question("Tell me a story")
    print("   model  ", end="")
    with client.stream("Tell me a story", temperature=0.0, max_tokens=200) as stream:
        for text in stream.text:
            print(text.replace("\n", "\n          "), end="", flush=True)
    print(f"\n          ({stream.reply.usage.completion_tokens} tokens)")


def show_beams(client: VLLM) -> None:
    show_title("Beam search")
    show_question("What is the capital of France?")
    for beam in client.beam_search("What is the capital of France?", width=2, max_tokens=16):
        print(f"   {beam.logprob:7.2f}  {beam.text!r}")


async def show_batch(url: str, model: str) -> None:
    show_title("A batch, with AsyncVLLM: one failure never loses the rest")
    items = [f"What is the capital of {country}?" for country in COUNTRIES]
    async with AsyncVLLM(url, model=model) as client:
        started = time.perf_counter()
        results = await client.batch([*items, ""], temperature=0.0, max_tokens=100)
        took = time.perf_counter() - started
    for result in results:
        print(f"   {result.index}      {result.text if result.ok else result.error}")
    print(f"          ({took:.2f} s for all)")


def show_real_question(client: VLLM) -> None:
    show_title("A question")
    question = "What is the capital of France?"
    show_question(question)
    show_answer(client.generate(question, temperature=0.0, max_tokens=60).text)


def show_sentiments(client: VLLM) -> None:
    show_title("Labels: returns=Literal['positive', 'negative']")
    for review in REVIEWS:
        question = f"What is the sentiment of this review? {review}"
        label = client.generate(question, returns=Literal["positive", "negative"], temperature=0.0)
        print(f"   {label.value}  {review}")


def show_search(bindings: Client) -> None:
    show_title("A search: embeddings of MiniLM")
    body = EmbeddingCompletionRequest(input_=[SOUGHT, *SENTENCES])
    response = create_embedding.sync(client=bindings, body=body)
    if not isinstance(response, EmbeddingResponse):
        print(f"   The server answered otherwise: {response}")
        return
    vectors: list[Any] = [each.embedding for each in response.data]
    print(f"   sought {SOUGHT}")
    near = [sum(a * b for a, b in zip(vectors[0], each, strict=True)) for each in vectors[1:]]
    for likeness, sentence in sorted(zip(near, SENTENCES, strict=True), reverse=True):
        print(f"   {likeness:6.2f}  {sentence}")


SHOWN: list[Callable[[VLLM], None]] = [
    show_server,
    show_generation,
    show_chat,
    show_structured,
    show_rows,
    show_tools,
    show_stream,
    show_beams,
]

SHOWN_BY_A_REAL_MODEL: list[Callable[[VLLM], None]] = [
    show_server,
    show_real_question,
    show_sentiments,
    show_stream,
]

REAL_MODELS: dict[str, Callable[[Server], None]] = {
    "smollm2": show_language_model,
    "minilm": show_embedding_model,
}

if __name__ == "__main__":
    sys.exit(main())
