"""Scripts that make the models; they run in the server's environment, one process each."""
