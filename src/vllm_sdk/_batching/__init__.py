"""Batches: the files that they read and write, and what they resume from."""
