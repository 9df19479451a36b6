"""`make test-versions`: the contract tests on each version of vLLM, and the page of its results."""
