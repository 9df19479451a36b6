"""A small service that uses vllm_sdk: typed answers, tools, and streams to a browser."""

from example_app.service import create_app

__all__ = ["create_app"]
