from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cohere_chat_v2_request import CohereChatV2Request
from ...models.cohere_chat_v2_response import CohereChatV2Response
from ...models.cohere_error import CohereError
from ...types import Response


def _get_kwargs(
    *,
    body: CohereChatV2Request,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/cohere/v2/chat",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CohereChatV2Response | CohereError | None:
    if response.status_code == 200:
        response_200 = CohereChatV2Response.from_dict(response.json())

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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CohereChatV2Response | CohereError]:
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
) -> Response[CohereChatV2Response | CohereError]:
    """Chat V2

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CohereChatV2Response | CohereError]
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
) -> CohereChatV2Response | CohereError | None:
    """Chat V2

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CohereChatV2Response | CohereError
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CohereChatV2Request,
) -> Response[CohereChatV2Response | CohereError]:
    """Chat V2

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CohereChatV2Response | CohereError]
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
) -> CohereChatV2Response | CohereError | None:
    """Chat V2

    Args:
        body (CohereChatV2Request): Cohere Chat v2 request body.

            Mirrors the schema documented at https://docs.cohere.com/reference/chat.
            All structured fields delegate to the official SDK types so the body
            schema stays in sync with the upstream spec.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CohereChatV2Response | CohereError
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
