"""What each kind of type accepts: its JSON Schema, decoding and encoding."""
