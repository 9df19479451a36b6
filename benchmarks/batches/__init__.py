"""Batches of this SDK beside what programs write by hand, and their memory: `make bench-batches`."""
