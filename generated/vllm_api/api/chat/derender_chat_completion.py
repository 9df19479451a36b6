from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.chat_completion_response import ChatCompletionResponse
from ...models.derender_chat_request import DerenderChatRequest
from ...models.derender_chat_stream_request import DerenderChatStreamRequest
from ...models.derender_chat_stream_response import DerenderChatStreamResponse
from ...models.error_response import ErrorResponse
from ...types import Response


def _get_kwargs(
    *,
    body: DerenderChatRequest | DerenderChatStreamRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/chat/completions/derender",
    }

    if isinstance(body, DerenderChatRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse | None:
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> ChatCompletionResponse | DerenderChatStreamResponse:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = DerenderChatStreamResponse.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChatCompletionResponse.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorResponse.from_dict(response.json())

        return response_404

    if response.status_code == 500:
        response_500 = ErrorResponse.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DerenderChatRequest | DerenderChatStreamRequest,
) -> Response[ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse]:
    """Derender Chat Completion

     Derender a generate response into a ChatCompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path; FastAPI validates and
    routes on the ``stream`` discriminator.

    Non-streaming: body is ``DerenderChatRequest`` (``generate_response`` with
    the complete token list). Returns a ``ChatCompletionResponse``.

    Streaming: body is ``DerenderChatStreamRequest`` (one ``generate_chunk``
    delta + optional ``stream_state``). Returns a ``DerenderChatStreamResponse``
    (``chunk`` + ``stream_state``). The client carries ``stream_state`` between
    successive calls, one per SSE chunk from ``/inference/v1/generate``.

    Args:
        body (DerenderChatRequest | DerenderChatStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse]
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
    body: DerenderChatRequest | DerenderChatStreamRequest,
) -> ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse | None:
    """Derender Chat Completion

     Derender a generate response into a ChatCompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path; FastAPI validates and
    routes on the ``stream`` discriminator.

    Non-streaming: body is ``DerenderChatRequest`` (``generate_response`` with
    the complete token list). Returns a ``ChatCompletionResponse``.

    Streaming: body is ``DerenderChatStreamRequest`` (one ``generate_chunk``
    delta + optional ``stream_state``). Returns a ``DerenderChatStreamResponse``
    (``chunk`` + ``stream_state``). The client carries ``stream_state`` between
    successive calls, one per SSE chunk from ``/inference/v1/generate``.

    Args:
        body (DerenderChatRequest | DerenderChatStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DerenderChatRequest | DerenderChatStreamRequest,
) -> Response[ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse]:
    """Derender Chat Completion

     Derender a generate response into a ChatCompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path; FastAPI validates and
    routes on the ``stream`` discriminator.

    Non-streaming: body is ``DerenderChatRequest`` (``generate_response`` with
    the complete token list). Returns a ``ChatCompletionResponse``.

    Streaming: body is ``DerenderChatStreamRequest`` (one ``generate_chunk``
    delta + optional ``stream_state``). Returns a ``DerenderChatStreamResponse``
    (``chunk`` + ``stream_state``). The client carries ``stream_state`` between
    successive calls, one per SSE chunk from ``/inference/v1/generate``.

    Args:
        body (DerenderChatRequest | DerenderChatStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: DerenderChatRequest | DerenderChatStreamRequest,
) -> ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse | None:
    """Derender Chat Completion

     Derender a generate response into a ChatCompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path; FastAPI validates and
    routes on the ``stream`` discriminator.

    Non-streaming: body is ``DerenderChatRequest`` (``generate_response`` with
    the complete token list). Returns a ``ChatCompletionResponse``.

    Streaming: body is ``DerenderChatStreamRequest`` (one ``generate_chunk``
    delta + optional ``stream_state``). Returns a ``DerenderChatStreamResponse``
    (``chunk`` + ``stream_state``). The client carries ``stream_state`` between
    successive calls, one per SSE chunk from ``/inference/v1/generate``.

    Args:
        body (DerenderChatRequest | DerenderChatStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChatCompletionResponse | DerenderChatStreamResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
