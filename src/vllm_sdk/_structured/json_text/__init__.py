"""JSON text: positions, excerpts, and text that is not complete yet."""
