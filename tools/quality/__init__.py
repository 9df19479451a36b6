"""A small evaluation of tools, labels and records on a real model: `make quality`."""
