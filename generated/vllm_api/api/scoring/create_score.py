from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.score_data_request import ScoreDataRequest
from ...models.score_queries_documents_request import ScoreQueriesDocumentsRequest
from ...models.score_queries_items_request import ScoreQueriesItemsRequest
from ...models.score_response import ScoreResponse
from ...models.score_text_request import ScoreTextRequest
from ...types import Response


def _get_kwargs(
    *,
    body: ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/score",
    }

    if isinstance(body, ScoreQueriesDocumentsRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ScoreQueriesItemsRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ScoreDataRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | ScoreResponse | None:
    if response.status_code == 200:
        response_200 = ScoreResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 500:
        response_500 = ErrorResponse.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | ScoreResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> Response[ErrorResponse | ScoreResponse]:
    """Create Score

    Args:
        body (ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ScoreResponse]
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
    body: ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> ErrorResponse | ScoreResponse | None:
    """Create Score

    Args:
        body (ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ScoreResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> Response[ErrorResponse | ScoreResponse]:
    """Create Score

    Args:
        body (ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ScoreResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> ErrorResponse | ScoreResponse | None:
    """Create Score

    Args:
        body (ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ScoreResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
