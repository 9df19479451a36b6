from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.generative_scoring_request import GenerativeScoringRequest
from ...models.generative_scoring_response import GenerativeScoringResponse
from ...types import Response


def _get_kwargs(
    *,
    body: GenerativeScoringRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/generative_scoring",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | GenerativeScoringResponse | None:
    if response.status_code == 200:
        response_200 = GenerativeScoringResponse.from_dict(response.json())

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
) -> Response[ErrorResponse | GenerativeScoringResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GenerativeScoringRequest,
) -> Response[ErrorResponse | GenerativeScoringResponse]:
    """Create Generative Scoring

    Args:
        body (GenerativeScoringRequest): Request for computing generative scoring.

            Attributes:
                model: The model to use for scoring. Optional, follows existing patterns.
                query: The query text or pre-tokenized query token IDs.
                items: The item text(s) or pre-tokenized item token IDs.
                label_token_ids: List of token IDs to compute probabilities for.
                apply_softmax: Whether to normalize probabilities using softmax over only
                    the label_token_ids (True) or return true model probabilities over
                    the full vocab for those ids (False).
                item_first: If True, prepend items to query. Otherwise append items to query.
                add_special_tokens: Whether to add special tokens when tokenizing.
                cache_salt: Optional salt for prefix caching.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | GenerativeScoringResponse]
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
    body: GenerativeScoringRequest,
) -> ErrorResponse | GenerativeScoringResponse | None:
    """Create Generative Scoring

    Args:
        body (GenerativeScoringRequest): Request for computing generative scoring.

            Attributes:
                model: The model to use for scoring. Optional, follows existing patterns.
                query: The query text or pre-tokenized query token IDs.
                items: The item text(s) or pre-tokenized item token IDs.
                label_token_ids: List of token IDs to compute probabilities for.
                apply_softmax: Whether to normalize probabilities using softmax over only
                    the label_token_ids (True) or return true model probabilities over
                    the full vocab for those ids (False).
                item_first: If True, prepend items to query. Otherwise append items to query.
                add_special_tokens: Whether to add special tokens when tokenizing.
                cache_salt: Optional salt for prefix caching.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | GenerativeScoringResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GenerativeScoringRequest,
) -> Response[ErrorResponse | GenerativeScoringResponse]:
    """Create Generative Scoring

    Args:
        body (GenerativeScoringRequest): Request for computing generative scoring.

            Attributes:
                model: The model to use for scoring. Optional, follows existing patterns.
                query: The query text or pre-tokenized query token IDs.
                items: The item text(s) or pre-tokenized item token IDs.
                label_token_ids: List of token IDs to compute probabilities for.
                apply_softmax: Whether to normalize probabilities using softmax over only
                    the label_token_ids (True) or return true model probabilities over
                    the full vocab for those ids (False).
                item_first: If True, prepend items to query. Otherwise append items to query.
                add_special_tokens: Whether to add special tokens when tokenizing.
                cache_salt: Optional salt for prefix caching.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | GenerativeScoringResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: GenerativeScoringRequest,
) -> ErrorResponse | GenerativeScoringResponse | None:
    """Create Generative Scoring

    Args:
        body (GenerativeScoringRequest): Request for computing generative scoring.

            Attributes:
                model: The model to use for scoring. Optional, follows existing patterns.
                query: The query text or pre-tokenized query token IDs.
                items: The item text(s) or pre-tokenized item token IDs.
                label_token_ids: List of token IDs to compute probabilities for.
                apply_softmax: Whether to normalize probabilities using softmax over only
                    the label_token_ids (True) or return true model probabilities over
                    the full vocab for those ids (False).
                item_first: If True, prepend items to query. Otherwise append items to query.
                add_special_tokens: Whether to add special tokens when tokenizing.
                cache_salt: Optional salt for prefix caching.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | GenerativeScoringResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
