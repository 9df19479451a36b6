"""Sends calls: the only floor that does I/O, and the one that turns failures into errors."""
