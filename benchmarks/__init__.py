"""How fast the SDK is, beside the clients that it would replace: `make bench`."""
