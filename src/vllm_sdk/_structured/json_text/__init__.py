"""JSON text.

Modules:
    parsing: parsing without loss of information, paths, positions and excerpts for errors.
    choice_text: text that is one of a few choices.
    partial_json: parsing of text that is not complete yet.
    growing: values that grow, and what they were at one moment.
    array_scanner: the items of an array whose text arrives in pieces.
"""
