"""The error tree."""

import copy
import inspect
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from doc_pages import ROOT
from raising import raise_error
from vllm_sdk import errors
from vllm_sdk.errors import VLLMError

TREE = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, VLLMError)
]


def full(kind: type[VLLMError]) -> VLLMError:
    """An error that has every attribute that its kind takes."""
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
    assert vars(error) == carried
    return error


def assert_alike(one: BaseException, other: VLLMError) -> None:
    assert type(one) is type(other)
    assert isinstance(one, VLLMError)
    assert one.message == str(one) == "what happened"
    assert vars(one) == vars(other)


@pytest.mark.parametrize("kind", TREE, ids=lambda kind: kind.__name__)
def test_an_error_pickles_and_copies_with_all_it_carries(kind: type[VLLMError]) -> None:
    error = full(kind)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert_alike(pickle.loads(pickle.dumps(error, protocol)), error)  # noqa: S301 - our own
    assert_alike(copy.copy(error), error)
    assert_alike(copy.deepcopy(error), error)


def test_errors_survive_a_process_pool() -> None:
    raised = [full(kind) for kind in TREE]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(raise_error, error) for error in raised]
        for error, future in zip(raised, futures, strict=True):
            found = future.exception()
            assert found is not None
            assert_alike(found, error)


def read_tree(text: str) -> dict[str, str]:
    """Return the parent of each class of a drawn tree."""
    drawn: dict[str, str] = {}
    above: dict[int, str] = {}
    for line in text.strip().splitlines():
        depth = (len(line) - len(line.lstrip("│├└─ "))) // 4
        above[depth] = line.lstrip("│├└─ ").split()[0]
        drawn[above[depth]] = above.get(depth - 1, "Exception")
    return drawn


PAGE = (ROOT / "docs/errors.md").read_text("utf-8")


@pytest.mark.parametrize(
    "drawing",
    [(errors.__doc__ or "").split("```")[1], PAGE.partition("## The tree")[2].split("```")[1][5:]],
    ids=["module", "page"],
)
def test_the_tree_is_the_one_that_is_drawn(drawing: str) -> None:
    assert read_tree(drawing) == {kind.__name__: kind.__bases__[0].__name__ for kind in TREE}


@pytest.mark.parametrize("kind", TREE, ids=lambda kind: kind.__name__)
def test_the_page_explains_a_class_and_its_attributes(kind: type[VLLMError]) -> None:
    assert f"`{kind.__name__}" in PAGE
    for name in vars(full(kind)):
        assert f"`.{name}`" in PAGE


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.ConfigurationError, ValueError),
        (errors.RequestInvalid, ValueError),
        (errors.ConnectionFailed, ConnectionError),
        (errors.RequestTimeout, TimeoutError),
    ],
)
def test_errors_that_python_has_a_class_for_are_of_that_class_too(
    kind: type[VLLMError], builtin: type[Exception]
) -> None:
    with pytest.raises(builtin, match="what happened"):
        raise kind("what happened")


def test_a_disabled_feature_is_not_a_missing_page() -> None:
    assert not issubclass(errors.FeatureDisabled, errors.NotFound)


def test_a_long_body_is_cut() -> None:
    assert len(errors.StatusError("x", body=b"y" * 50_000).body) == 10_000
    assert len(errors.UnexpectedResponse("x", body=b"y" * 50_000).body) == 10_000
