"""Scripts that make the models, each in a process of its own in the server's environment."""
