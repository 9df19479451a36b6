"""Make the scripted model: train a small Llama until it repeats the scripted conversations.

    python scripted.py FOLDER

This script runs in the server's environment, never in the SDK's. Each step of the training shows
every answer once, with varying surroundings: with and without a system message, with schemas, other
tools and other text around the question. The model thereby learns what decides the answer, and to
ignore the rest. The seeds are fixed. If the model does not answer as scripted, it is trained for
another round.
"""

# mypy: disable-error-code="import-not-found, untyped-decorator, no-untyped-call"
# pyright: basic, reportMissingImports=false

from __future__ import annotations

import copy
import importlib
import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import torch
from chat_format import CHAT_TEMPLATE, END, train_tokenizer
from noise import WORDS, Noise
from transformers import LlamaConfig, LlamaForCausalLM

STEPS = 150
WARM_UP = 10
LEVEL = 0.4
"""The share of the steps after which the learning rate falls, to zero at the end."""

MATRIX_RATE = 0.03
"""Muon's learning rate, for the matrices. It needs half the steps that AdamW needs alone."""

MOMENTUM = 0.95

OTHER_RATE = 0.01
"""AdamW's learning rate, for embeddings and norms."""

TOKENS_AT_ONCE = 1500
ROUNDS = 4
VARIATIONS_CHECKED = 3
MISTAKES_SHOWN = 5

INSTRUCTIONS = (
    "",
    "Answer with JSON of this schema, and nothing else:\n",
    "You are a helpful assistant. Reply only with JSON that conforms to the JSON schema below.\n\n",
)
"""Texts before a schema in the prompts with which the answers are checked."""


def load_conversations() -> ModuleType:
    """Load the conversations from the folder above this one, without importing the SDK.

    The packages around them are registered without their `__init__.py`, which imports the SDK.
    """
    for name in ("vllm_sdk", "vllm_sdk.testing"):
        sys.modules[name] = package = ModuleType(name)
        package.__path__ = [str(Path(__file__).parent.parent)] if "." in name else []
    return importlib.import_module("vllm_sdk.testing.conversations")


script = load_conversations()
SCHEMAS = [each.schema for each in script.CONVERSATIONS if each.schema]
TURNS = [turn for conversation in script.CONVERSATIONS for turn in conversation.turns()]


class Example(NamedTuple):
    """The token ids of a prompt and its answer, which begins at `start`."""

    ids: list[int]
    start: int


def collect_corpus() -> list[str]:
    """Return the texts from which the tokenizer learns its tokens."""
    noise = Noise(0)
    spoken_text = [
        message["content"] or ""
        for conversation in script.CONVERSATIONS
        for message in conversation.messages
    ]
    raw = [prompt + answer for prompt, answer in script.COMPLETIONS.items()]
    tools = [json.dumps(turn.tools) for turn in TURNS]
    calls = [render_answer(turn.answer) for turn in TURNS]
    schemas = [noise.rewrite_schema(noise.make_schema()) for _ in range(30)]
    schemas += [noise.rewrite_schema(schema) for schema in SCHEMAS for _ in range(5)]
    return [*(spoken_text + raw) * 3, *WORDS * 3, *tools, *calls, *schemas]


def render_prompt(tokenizer: Any, messages: Any, tools: Any) -> str:
    """Return the prompt as the server renders it."""
    plain = json.loads(json.dumps(messages))
    for message in plain:
        for call in message.get("tool_calls", ()):
            call["function"]["arguments"] = json.loads(call["function"]["arguments"])
    text = tokenizer.apply_chat_template(
        plain, tools=tools or None, tokenize=False, add_generation_prompt=True
    )
    return str(text)


def render_answer(answer: dict[str, Any]) -> str:
    """Return the text that the model must generate for a scripted answer."""
    if not answer.get("tool_calls"):
        return str(answer["content"])
    return "\n".join(
        '<tool_call>\n{{"name": "{name}", "arguments": {arguments}}}\n</tool_call>'.format(
            **call["function"]
        )
        for call in answer["tool_calls"]
    )


def encode_example(tokenizer: Any, prompt: str, answer: str) -> Example:
    """Return the token ids of a prompt and its answer."""
    before = tokenizer(prompt, add_special_tokens=False)["input_ids"]
    after = tokenizer(answer + END, add_special_tokens=False)["input_ids"]
    return Example(before + after, len(before))


def iter_steps(tokenizer: Any, seed: int) -> Iterator[list[list[Example]]]:
    """Yield the examples of each step, endlessly: each answer once, batched by similar length."""
    noise = Noise(seed, SCHEMAS)
    while True:
        shown = [encode_example(tokenizer, *pair) for pair in script.COMPLETIONS.items()]
        for turn in TURNS:
            prompt = render_prompt(tokenizer, *noise.vary(turn.messages, turn.tools, turn.schema))
            shown.append(encode_example(tokenizer, prompt, render_answer(turn.answer)))
        shown.sort(key=lambda each: len(each.ids))
        lists: list[list[Example]] = [[]]
        for each in shown:
            if len(each.ids) * (len(lists[-1]) + 1) > TOKENS_AT_ONCE:
                lists.append([])
            lists[-1].append(each)
        yield lists


def compute_loss(model: Any, examples: list[Example]) -> Any:
    """Return the summed loss of the answers' tokens, without those of the prompts."""
    longest = max(len(each.ids) for each in examples)
    ids = torch.zeros(len(examples), longest, dtype=torch.long)
    wanted = torch.full((len(examples), longest), -1)
    for row, each in enumerate(examples):
        end = len(each.ids)
        ids[row, :end] = torch.tensor(each.ids)
        wanted[row, each.start - 1 : end - 1] = torch.tensor(each.ids[each.start :])
    counts = wanted != -1
    hidden = model.model(input_ids=ids).last_hidden_state[counts]
    return torch.nn.functional.cross_entropy(model.lm_head(hidden), wanted[counts], reduction="sum")


def scale_rate(step: int) -> float:
    """Return the share of the full learning rate in a step."""
    rise = (step + 1) / WARM_UP
    fall = (STEPS - step) / (STEPS * (1 - LEVEL))
    return min(1.0, rise, fall)


class Muon(torch.optim.Optimizer):  # type: ignore[misc]
    """Muon in float32.

    torch's own computes in bfloat16. A CPU without instructions for it spends a third of a step
    there.
    """

    def __init__(self, matrices: list[Any], lr: float) -> None:
        """Set the matrices to optimize, and the learning rate."""
        super().__init__(matrices, {"lr": lr})

    @torch.no_grad()
    def step(self) -> None:
        """Move each matrix against the orthogonalized average of its gradients."""
        for group in self.param_groups:
            for weights in group["params"]:
                state = self.state[weights]
                average = state.setdefault("average", torch.zeros_like(weights))
                average.lerp_(weights.grad, 1 - MOMENTUM)
                update = orthogonalize(weights.grad.lerp(average, MOMENTUM))
                rows, columns = weights.shape
                weights.add_(update, alpha=-group["lr"] * max(1.0, rows / columns) ** 0.5)


def orthogonalize(matrix: Any) -> Any:
    """Return about the nearest matrix with orthogonal rows or columns, by Newton and Schulz."""
    is_tall = matrix.shape[0] > matrix.shape[1]
    result = matrix.T if is_tall else matrix
    result = result / result.norm().clamp(min=1e-7)
    for _ in range(5):
        gram = result @ result.T
        result = 3.4445 * result + (2.0315 * gram @ gram - 4.775 * gram) @ result
    return result.T if is_tall else result


def build_model(tokenizer: Any) -> Any:
    """Return the untrained model."""
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=128,
        intermediate_size=256,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=64,
        max_position_embeddings=4096,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return LlamaForCausalLM(config)


def train(model: Any, tokenizer: Any, seed: int) -> None:
    """Train the model on the script for one round."""
    named = list(model.named_parameters())
    matrices = [weights for name, weights in named if "proj" in name]
    others = [weights for name, weights in named if "proj" not in name]
    optimizers = [
        Muon(matrices, MATRIX_RATE),
        torch.optim.AdamW(others, lr=OTHER_RATE, weight_decay=0.0, betas=(0.9, 0.95)),
    ]
    schedules = [torch.optim.lr_scheduler.LambdaLR(each, scale_rate) for each in optimizers]
    start = time.monotonic()
    for step, lists in enumerate(islice(iter_steps(tokenizer, seed), STEPS), start=1):
        count = sum(len(each.ids) - each.start for examples in lists for each in examples)
        total = 0.0
        for examples in lists:
            loss = compute_loss(model, examples) / count
            loss.backward()
            total += loss.item()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for each in (*optimizers, *schedules):
            each.step()
        model.zero_grad()
        if step % 10 == 0:
            say(f"{time.monotonic() - start:5.1f} s, step {step}: loss {total:.4f}")


@torch.inference_mode()
def find_mistake(model: Any, tokenizer: Any, prompt: str, wanted: str) -> str | None:
    """Return the model's greedy answer if it differs from the wanted answer, else None."""
    each = encode_example(tokenizer, prompt, wanted)
    # One pass checks each token against the prediction from those before it.
    guesses = model(torch.tensor([each.ids])).logits[0, each.start - 1 : -1].argmax(-1)
    if guesses.tolist() == each.ids[each.start :]:
        return None
    before = torch.tensor([each.ids[: each.start]])
    said = model.generate(
        before,
        attention_mask=torch.ones_like(before),
        max_new_tokens=len(guesses),
        do_sample=False,
    )
    return str(tokenizer.decode(said[0, each.start :]))


def find_mistakes(model: Any, tokenizer: Any) -> tuple[list[str], int]:
    """Ask the model every scripted question.

    Returns:
        Descriptions of the wrong answers to the script itself: with and without its system message,
        and with the schema of the answer as the system message. And the number of wrong answers to
        questions with other surroundings.
    """
    noise = Noise(-1, SCHEMAS)
    plain = dict(script.COMPLETIONS)
    varied = []
    for turn in TURNS:
        bare = [message for message in turn.messages if message["role"] != "system"]
        company = [turn.messages, bare]
        if turn.schema:
            told = [before + noise.rewrite_schema(turn.schema) for before in INSTRUCTIONS]
            company += [[{"role": "system", "content": text}, *bare] for text in told]
        for messages in company:
            plain[render_prompt(tokenizer, messages, turn.tools)] = render_answer(turn.answer)
        for _ in range(VARIATIONS_CHECKED):
            other = noise.vary(turn.messages, turn.tools, turn.schema)
            varied.append((render_prompt(tokenizer, *other), render_answer(turn.answer)))
    wrong = []
    for prompt, wanted in plain.items():
        said = find_mistake(model, tokenizer, prompt, wanted)
        if said is not None:
            wrong.append(f"prompt: {prompt!r}\nwanted: {wanted!r}\nanswer: {said!r}")
    return wrong, sum(find_mistake(model, tokenizer, *each) is not None for each in varied)


def say(line: str) -> None:
    """Write a line to the log."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    """Make the model in a folder, or exit with a failure."""
    tokenizer = train_tokenizer(collect_corpus(), CHAT_TEMPLATE)
    say(f"{len(TURNS)} answers, {len(tokenizer)} tokens")
    wrong: list[str] = []
    model = build_model(tokenizer)
    for number in range(ROUNDS):
        train(model, tokenizer, seed=number)
        served = copy.deepcopy(model).eval().to(torch.bfloat16)
        wrong, astray = find_mistakes(served, tokenizer)
        say(f"round {number + 1}: {len(wrong)} mistakes")
        say(f"led astray by other text: {astray} of {VARIATIONS_CHECKED * len(TURNS)}")
        if not wrong:
            served.save_pretrained(folder)
            tokenizer.save_pretrained(folder)
            return
    say("The model does not learn the script. Do two conversations contradict each other?")
    for each in wrong[:MISTAKES_SHOWN]:
        say("\n" + each)
    sys.exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
