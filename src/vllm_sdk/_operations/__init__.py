"""Each operation once, as a generator: it yields calls, is sent their answers, returns a value.

No I/O and no notion of sync or async: `VLLM` and `AsyncVLLM` run the same operations.
"""
