"""The asynchronous client. `_sync` is derived from this room: see tools/derive_sync.py."""
