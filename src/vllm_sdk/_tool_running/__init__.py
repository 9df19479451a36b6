"""Runs the calls of a tool loop: the only room that runs users' functions."""
