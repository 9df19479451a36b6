from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.weight_checker_body import WeightCheckerBody
from ...models.weight_checksums import WeightChecksums
from ...models.weight_comparison import WeightComparison
from ...models.weights_reset import WeightsReset
from ...types import Response


def _get_kwargs(
    *,
    body: WeightCheckerBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/weight_checker",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | WeightChecksums | WeightComparison | WeightsReset | None:
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> WeightChecksums | WeightComparison | WeightsReset:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = WeightsReset.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_1 = WeightChecksums.from_dict(data)

                return response_200_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_2 = WeightComparison.from_dict(data)

            return response_200_type_2

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | WeightChecksums | WeightComparison | WeightsReset]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: WeightCheckerBody,
) -> Response[ErrorResponse | WeightChecksums | WeightComparison | WeightsReset]:
    """Weight Checker

     Checksum, reset, or compare model weights against a baseline.

    Args:
        body (WeightCheckerBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | WeightChecksums | WeightComparison | WeightsReset]
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
    body: WeightCheckerBody,
) -> ErrorResponse | WeightChecksums | WeightComparison | WeightsReset | None:
    """Weight Checker

     Checksum, reset, or compare model weights against a baseline.

    Args:
        body (WeightCheckerBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | WeightChecksums | WeightComparison | WeightsReset
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: WeightCheckerBody,
) -> Response[ErrorResponse | WeightChecksums | WeightComparison | WeightsReset]:
    """Weight Checker

     Checksum, reset, or compare model weights against a baseline.

    Args:
        body (WeightCheckerBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | WeightChecksums | WeightComparison | WeightsReset]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: WeightCheckerBody,
) -> ErrorResponse | WeightChecksums | WeightComparison | WeightsReset | None:
    """Weight Checker

     Checksum, reset, or compare model weights against a baseline.

    Args:
        body (WeightCheckerBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | WeightChecksums | WeightComparison | WeightsReset
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
