"""Whole JSON Schemas, and schemas that users give."""
