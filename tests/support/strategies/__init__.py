"""Hypothesis strategies, in one place: what options, messages and streams can look like."""
