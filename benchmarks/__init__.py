"""Benchmarks of the SDK and of the clients that it would replace: `make bench`."""
