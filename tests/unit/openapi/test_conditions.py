"""Saying under which flag or task vLLM includes a router."""

import ast

from openapi.pipeline.conditions import describe_condition

SOURCES = {
    "v.app": """
def build(args, tasks):
    if "embed" in tasks or "classify" in tasks:
        from v.pooling import register
        register(args)
""",
    "v.pooling": """
def register(app, task=None):
    if app is None:
        return
    if task == "token_embed":
        from .tokens.api import router as token_router
        app.include_router(token_router)
    elif not task:
        from .embed.api import router as embed_router
        app.include_router(embed_router)
""",
    "v.pooling.tokens.api": "router = APIRouter()\n",
    "v.pooling.embed.api": "router = APIRouter()\n",
    "v.dev": """
router = APIRouter()
hidden = APIRouter()
def attach(app):
    app.include_router(router)
""",
}
TREES = {name: ast.parse(source) for name, source in SOURCES.items()}


def test_the_conditions_on_the_way_to_a_router_are_quoted() -> None:
    assert describe_condition(TREES, "v.pooling.tokens.api", "router") == (
        "vLLM includes it if not (app is None) and task == 'token_embed' and "
        "('embed' in tasks or 'classify' in tasks)"
    )
    assert describe_condition(TREES, "v.pooling.embed.api", "router") == (
        "vLLM includes it if not (app is None) and not (task == 'token_embed') and not task and "
        "('embed' in tasks or 'classify' in tasks)"
    )


def test_what_the_source_does_not_tell_is_to_be_searched_for() -> None:
    for name in ("router", "hidden"):
        assert describe_condition(TREES, "v.dev", name) == (
            f"search vLLM's source for what includes v.dev.{name}"
        )
