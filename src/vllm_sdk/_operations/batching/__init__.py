"""Batches: items and results, ids, and how many requests are in flight. No I/O."""
