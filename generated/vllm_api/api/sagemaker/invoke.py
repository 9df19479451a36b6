from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.chat_completion_request import ChatCompletionRequest
from ...models.chat_completion_response import ChatCompletionResponse
from ...models.classification_chat_request import ClassificationChatRequest
from ...models.classification_completion_request import ClassificationCompletionRequest
from ...models.classification_response import ClassificationResponse
from ...models.completion_request import CompletionRequest
from ...models.completion_response import CompletionResponse
from ...models.embedding_batch_chat_input_request import EmbeddingBatchChatInputRequest
from ...models.embedding_batch_chat_request import EmbeddingBatchChatRequest
from ...models.embedding_chat_input_request import EmbeddingChatInputRequest
from ...models.embedding_chat_request import EmbeddingChatRequest
from ...models.embedding_completion_request import EmbeddingCompletionRequest
from ...models.embedding_response import EmbeddingResponse
from ...models.error_response import ErrorResponse
from ...models.io_processor_request import IOProcessorRequest
from ...models.pooling_chat_request import PoolingChatRequest
from ...models.pooling_completion_request import PoolingCompletionRequest
from ...models.pooling_response import PoolingResponse
from ...models.rerank_request import RerankRequest
from ...models.rerank_response import RerankResponse
from ...models.score_data_request import ScoreDataRequest
from ...models.score_queries_documents_request import ScoreQueriesDocumentsRequest
from ...models.score_queries_items_request import ScoreQueriesItemsRequest
from ...models.score_response import ScoreResponse
from ...models.score_text_request import ScoreTextRequest
from ...types import Response


def _get_kwargs(
    *,
    body: ChatCompletionRequest
    | ClassificationChatRequest
    | ClassificationCompletionRequest
    | CompletionRequest
    | EmbeddingBatchChatInputRequest
    | EmbeddingBatchChatRequest
    | EmbeddingChatInputRequest
    | EmbeddingChatRequest
    | EmbeddingCompletionRequest
    | IOProcessorRequest
    | PoolingChatRequest
    | PoolingCompletionRequest
    | RerankRequest
    | ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/invocations",
    }

    if isinstance(body, ChatCompletionRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, CompletionRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, EmbeddingCompletionRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, EmbeddingChatRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, EmbeddingBatchChatRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, EmbeddingChatInputRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, EmbeddingBatchChatInputRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ClassificationCompletionRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ClassificationChatRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, RerankRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ScoreQueriesDocumentsRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ScoreQueriesItemsRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ScoreDataRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, ScoreTextRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, PoolingCompletionRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, PoolingChatRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> (
    ChatCompletionResponse
    | ClassificationResponse
    | CompletionResponse
    | EmbeddingResponse
    | PoolingResponse
    | RerankResponse
    | ScoreResponse
    | ErrorResponse
    | None
):
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> (
            ChatCompletionResponse
            | ClassificationResponse
            | CompletionResponse
            | EmbeddingResponse
            | PoolingResponse
            | RerankResponse
            | ScoreResponse
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = ChatCompletionResponse.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_1 = CompletionResponse.from_dict(data)

                return response_200_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_2 = EmbeddingResponse.from_dict(data)

                return response_200_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_3 = ClassificationResponse.from_dict(data)

                return response_200_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_4 = RerankResponse.from_dict(data)

                return response_200_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_5 = ScoreResponse.from_dict(data)

                return response_200_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_6 = PoolingResponse.from_dict(data)

            return response_200_type_6

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 415:
        response_415 = ErrorResponse.from_dict(response.json())

        return response_415

    if response.status_code == 500:
        response_500 = ErrorResponse.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[
    ChatCompletionResponse
    | ClassificationResponse
    | CompletionResponse
    | EmbeddingResponse
    | PoolingResponse
    | RerankResponse
    | ScoreResponse
    | ErrorResponse
]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ChatCompletionRequest
    | ClassificationChatRequest
    | ClassificationCompletionRequest
    | CompletionRequest
    | EmbeddingBatchChatInputRequest
    | EmbeddingBatchChatRequest
    | EmbeddingChatInputRequest
    | EmbeddingChatRequest
    | EmbeddingCompletionRequest
    | IOProcessorRequest
    | PoolingChatRequest
    | PoolingCompletionRequest
    | RerankRequest
    | ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> Response[
    ChatCompletionResponse
    | ClassificationResponse
    | CompletionResponse
    | EmbeddingResponse
    | PoolingResponse
    | RerankResponse
    | ScoreResponse
    | ErrorResponse
]:
    """Decorated Func

     The actual wrapped handler function that applies transformations.

    Args:
        body (ChatCompletionRequest | ClassificationChatRequest | ClassificationCompletionRequest
            | CompletionRequest | EmbeddingBatchChatInputRequest | EmbeddingBatchChatRequest |
            EmbeddingChatInputRequest | EmbeddingChatRequest | EmbeddingCompletionRequest |
            IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest | RerankRequest |
            ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChatCompletionResponse | ClassificationResponse | CompletionResponse | EmbeddingResponse | PoolingResponse | RerankResponse | ScoreResponse | ErrorResponse]
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
    body: ChatCompletionRequest
    | ClassificationChatRequest
    | ClassificationCompletionRequest
    | CompletionRequest
    | EmbeddingBatchChatInputRequest
    | EmbeddingBatchChatRequest
    | EmbeddingChatInputRequest
    | EmbeddingChatRequest
    | EmbeddingCompletionRequest
    | IOProcessorRequest
    | PoolingChatRequest
    | PoolingCompletionRequest
    | RerankRequest
    | ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> (
    ChatCompletionResponse
    | ClassificationResponse
    | CompletionResponse
    | EmbeddingResponse
    | PoolingResponse
    | RerankResponse
    | ScoreResponse
    | ErrorResponse
    | None
):
    """Decorated Func

     The actual wrapped handler function that applies transformations.

    Args:
        body (ChatCompletionRequest | ClassificationChatRequest | ClassificationCompletionRequest
            | CompletionRequest | EmbeddingBatchChatInputRequest | EmbeddingBatchChatRequest |
            EmbeddingChatInputRequest | EmbeddingChatRequest | EmbeddingCompletionRequest |
            IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest | RerankRequest |
            ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChatCompletionResponse | ClassificationResponse | CompletionResponse | EmbeddingResponse | PoolingResponse | RerankResponse | ScoreResponse | ErrorResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ChatCompletionRequest
    | ClassificationChatRequest
    | ClassificationCompletionRequest
    | CompletionRequest
    | EmbeddingBatchChatInputRequest
    | EmbeddingBatchChatRequest
    | EmbeddingChatInputRequest
    | EmbeddingChatRequest
    | EmbeddingCompletionRequest
    | IOProcessorRequest
    | PoolingChatRequest
    | PoolingCompletionRequest
    | RerankRequest
    | ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> Response[
    ChatCompletionResponse
    | ClassificationResponse
    | CompletionResponse
    | EmbeddingResponse
    | PoolingResponse
    | RerankResponse
    | ScoreResponse
    | ErrorResponse
]:
    """Decorated Func

     The actual wrapped handler function that applies transformations.

    Args:
        body (ChatCompletionRequest | ClassificationChatRequest | ClassificationCompletionRequest
            | CompletionRequest | EmbeddingBatchChatInputRequest | EmbeddingBatchChatRequest |
            EmbeddingChatInputRequest | EmbeddingChatRequest | EmbeddingCompletionRequest |
            IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest | RerankRequest |
            ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChatCompletionResponse | ClassificationResponse | CompletionResponse | EmbeddingResponse | PoolingResponse | RerankResponse | ScoreResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ChatCompletionRequest
    | ClassificationChatRequest
    | ClassificationCompletionRequest
    | CompletionRequest
    | EmbeddingBatchChatInputRequest
    | EmbeddingBatchChatRequest
    | EmbeddingChatInputRequest
    | EmbeddingChatRequest
    | EmbeddingCompletionRequest
    | IOProcessorRequest
    | PoolingChatRequest
    | PoolingCompletionRequest
    | RerankRequest
    | ScoreDataRequest
    | ScoreQueriesDocumentsRequest
    | ScoreQueriesItemsRequest
    | ScoreTextRequest,
) -> (
    ChatCompletionResponse
    | ClassificationResponse
    | CompletionResponse
    | EmbeddingResponse
    | PoolingResponse
    | RerankResponse
    | ScoreResponse
    | ErrorResponse
    | None
):
    """Decorated Func

     The actual wrapped handler function that applies transformations.

    Args:
        body (ChatCompletionRequest | ClassificationChatRequest | ClassificationCompletionRequest
            | CompletionRequest | EmbeddingBatchChatInputRequest | EmbeddingBatchChatRequest |
            EmbeddingChatInputRequest | EmbeddingChatRequest | EmbeddingCompletionRequest |
            IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest | RerankRequest |
            ScoreDataRequest | ScoreQueriesDocumentsRequest | ScoreQueriesItemsRequest |
            ScoreTextRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChatCompletionResponse | ClassificationResponse | CompletionResponse | EmbeddingResponse | PoolingResponse | RerankResponse | ScoreResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
