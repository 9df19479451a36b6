# Derived from src/vllm_sdk/_async/resources/__init__.py by `make derive`. Edit that file instead.
"""What looks at or changes the server: the nouns of a client."""
