"""The client's own HTTP/1.1 engines: one exchange without I/O, and what drives it."""
