from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cohere_chat_v2_request import CohereChatV2Request
from ...models.cohere_error import CohereError
from ...models.generate_request import GenerateRequest
from ...types import Response


def _get_kwargs(
    *,
    body: CohereChatV2Request,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/cohere/v2/chat/render",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CohereError | GenerateRequest | None:
    if response.status_code == 200:
        response_200 = GenerateRequest.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = CohereError.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = CohereError.from_dict(response.json())

        return response_404

    if response.status_code == 500:
        response_500 = CohereError.from_dict(response.json())

        return response_500

    if response.status_code == 501:
        response_501 = CohereError.from_dict(response.json())

        return response_501

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CohereError | GenerateRequest]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CohereChatV2Request,
) -> Response[CohereError | GenerateRequest]:
    """Chat V2 Render

     Tokenize a Cohere v2 chat request without running generation.

    The Cohere counterpart to ``POST /v1/chat/completions/render``.
    The v2 body goes through the same conversion
    ``/cohere/v2/chat`` uses and is then handed to the shared
    :class:`ServingRender`, so the returned ``GenerateRequest``
    carries the prompt tokens and sampling params the chat endpoint
    would have sent to the engine.

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CohereError | GenerateRequest]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: CohereChatV2Request,
) -> CohereError | GenerateRequest | None:
    """Chat V2 Render

     Tokenize a Cohere v2 chat request without running generation.

    The Cohere counterpart to ``POST /v1/chat/completions/render``.
    The v2 body goes through the same conversion
    ``/cohere/v2/chat`` uses and is then handed to the shared
    :class:`ServingRender`, so the returned ``GenerateRequest``
    carries the prompt tokens and sampling params the chat endpoint
    would have sent to the engine.

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CohereError | GenerateRequest
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CohereChatV2Request,
) -> Response[CohereError | GenerateRequest]:
    """Chat V2 Render

     Tokenize a Cohere v2 chat request without running generation.

    The Cohere counterpart to ``POST /v1/chat/completions/render``.
    The v2 body goes through the same conversion
    ``/cohere/v2/chat`` uses and is then handed to the shared
    :class:`ServingRender`, so the returned ``GenerateRequest``
    carries the prompt tokens and sampling params the chat endpoint
    would have sent to the engine.

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CohereError | GenerateRequest]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CohereChatV2Request,
) -> CohereError | GenerateRequest | None:
    """Chat V2 Render

     Tokenize a Cohere v2 chat request without running generation.

    The Cohere counterpart to ``POST /v1/chat/completions/render``.
    The v2 body goes through the same conversion
    ``/cohere/v2/chat`` uses and is then handed to the shared
    :class:`ServingRender`, so the returned ``GenerateRequest``
    carries the prompt tokens and sampling params the chat endpoint
    would have sent to the engine.

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CohereError | GenerateRequest
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
