"""API keys that a function returns anew, for keys that rotate."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import TypeAlias

import attrs

from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.masking import Secret
from vllm_sdk._transport.settings import check_api_key
from vllm_sdk._transport.threads import start_thread
from vllm_sdk.errors import ConfigurationError

GetKey: TypeAlias = Callable[[], str]
"""Returns the API key of the next request."""

AsyncGetKey: TypeAlias = Callable[[], Awaitable[str] | str]
"""Returns the API key of the next request; a coroutine function is awaited."""

_SOURCE = "api_key()"


class KeyRing:
    """Gives each attempt of a `VLLM` its key."""

    def __init__(self, get_key: GetKey) -> None:
        """Keep the function.

        Raises:
            ConfigurationError: It is a coroutine function.
        """
        if inspect.iscoroutinefunction(get_key):
            raise ConfigurationError(
                "api_key is a coroutine function: VLLM calls a plain function. Use AsyncVLLM."
            )
        self._get_key = get_key
        self._cache = _Cache()

    def authorize(self, endpoint: Endpoint, limit: float | None) -> Endpoint:
        """Return the endpoint with the key of now.

        Args:
            endpoint: The endpoint without a key.
            limit: Limit on the seconds to wait for the key.

        Raises:
            ConfigurationError: The function raises, takes too long, or returns no key.
        """
        future = start_thread(self._get_key, name="vllm-sdk-api-key")
        try:
            key = future.result(limit)
        except Exception as error:
            raise _explain(error, limit, is_late=not future.done()) from error
        return self._cache.find(endpoint, key)


class AsyncKeyRing:
    """Gives each attempt of an `AsyncVLLM` its key."""

    def __init__(self, get_key: AsyncGetKey) -> None:
        """Keep the function."""
        self._get_key = get_key
        self._cache = _Cache()

    async def authorize(self, endpoint: Endpoint, limit: float | None) -> Endpoint:
        """Return the endpoint with the key of now; see `KeyRing.authorize`."""
        timer = asyncio.timeout(limit)
        try:
            async with timer:
                key = await self._fetch_key()
        except Exception as error:
            raise _explain(error, limit, is_late=timer.expired()) from error
        return self._cache.find(endpoint, key)

    async def _fetch_key(self) -> object:
        if inspect.iscoroutinefunction(self._get_key):
            return await self._get_key()
        # A plain function may read a file or ask a server: the loop goes on meanwhile.
        future = start_thread(self._get_key, name="vllm-sdk-api-key")
        key = await asyncio.wrap_future(future)
        return await key if inspect.isawaitable(key) else key


@attrs.define
class _Cache:
    """The endpoint of the last key, whose heads are prepared."""

    base: Endpoint | None = None
    key: str = attrs.field(default="", repr=False)
    endpoint: Endpoint | None = None

    def find(self, base: Endpoint, key: object) -> Endpoint:
        checked = Secret(check_api_key(key, _SOURCE))
        known = self.endpoint
        if known is not None and self.base is base and self.key == checked:
            return known
        found = base.with_key(checked)
        self.base, self.key, self.endpoint = base, checked, found
        return found


def _explain(error: Exception, limit: float | None, *, is_late: bool) -> ConfigurationError:
    """Build the error of a function that returned no key; its words may hold a secret."""
    if is_late and isinstance(error, TimeoutError):
        return ConfigurationError(
            f"{_SOURCE} returned no key within {limit:g} s. Renew the key beforehand, or allow "
            "more time to connect with timeout=httpx.Timeout(…, connect=…)."
        )
    return ConfigurationError(f"{_SOURCE} raised {type(error).__name__}; the request was not sent.")
