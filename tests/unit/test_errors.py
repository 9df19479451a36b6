"""The error tree."""

import inspect
import pickle

import pytest

from vllm_sdk import errors
from vllm_sdk.errors import VLLMError

TREE = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, VLLMError)
]


@pytest.mark.parametrize("kind", TREE, ids=lambda kind: kind.__name__)
def test_an_error_pickles_with_all_it_carries(kind: type[VLLMError]) -> None:
    parameters = {
        parameter
        for base in kind.__mro__
        if issubclass(base, VLLMError)
        for parameter in inspect.signature(base.__init__).parameters
    } - {"self", "message", "said"}
    carried = {
        name: f"some {name}".encode() if name == "body" else f"some {name}" for name in parameters
    }
    error = kind("what happened", **carried)

    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(copy) is kind
    assert copy.message == str(copy) == "what happened"
    assert vars(copy) == vars(error) == carried


def test_the_tree_is_the_one_that_the_module_draws() -> None:
    drawn: dict[str, str] = {}
    above: dict[int, str] = {}
    for line in (errors.__doc__ or "").split("```")[1].strip().splitlines():
        depth = (len(line) - len(line.lstrip("│├└─ "))) // 4
        above[depth] = line.lstrip("│├└─ ").split()[0]
        drawn[above[depth]] = above.get(depth - 1, "Exception")
    assert drawn == {kind.__name__: kind.__bases__[0].__name__ for kind in TREE}


@pytest.mark.parametrize("kind", [errors.ConfigurationError, errors.RequestInvalid])
def test_mistakes_of_the_caller_are_value_errors_too(kind: type[VLLMError]) -> None:
    assert issubclass(kind, ValueError)


def test_a_long_body_is_cut() -> None:
    assert len(errors.StatusError("x", body=b"y" * 50_000).body) == 10_000
    assert len(errors.UnexpectedResponse("x", body=b"y" * 50_000).body) == 10_000
