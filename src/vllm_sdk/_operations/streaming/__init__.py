"""Streams: bytes in, chunks and the reply out."""
