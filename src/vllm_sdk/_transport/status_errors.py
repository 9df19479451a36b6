"""From a failed response to its exception, for the transports."""

from vllm_sdk._operations.status_errors import Failure, build_error

__all__ = ["Failure", "build_error"]
