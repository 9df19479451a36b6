"""JSON text.

Modules:
    parsing: parsing without loss of information, paths, positions and excerpts for errors.
    partial_json: parsing of text that is not complete yet.
"""
