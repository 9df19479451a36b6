"""What looks at or changes the server: the nouns of a client."""
