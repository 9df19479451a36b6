"""`python -m vllm_sdk`: the command `vllm-sdk`."""

import sys

from vllm_sdk.cli import main

if __name__ == "__main__":
    sys.exit(main())
