"""Batches of this SDK beside what programs write by hand: `make bench-batches`."""
