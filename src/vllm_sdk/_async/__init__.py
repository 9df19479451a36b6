"""The asynchronous client, the source of the synchronous one in `_sync`.

| module | defines |
|---|---|
| `client` | `AsyncVLLM` |
| `generation` | `generate`, `chat`, `complete`, `beam_search` |
| `streaming` | `stream`, `stream_completion` |
| `tools` | `generate_with_tools`, `stream_with_tools` |
| `resources` | the nouns of the client: `server` |
| `base_client` | the settings, and what runs an operation |
| `drive` | the loop that runs an operation |
| `sender` | requests, with retries and log lines around them |
| `streams`, `tool_streams` | `AsyncStream`, `AsyncToolStream` |
| `tool_steps` | what performs the steps of a tool loop |

`tools/derive_sync.py` makes `_sync` from this room: edit here, then run `make derive`.
"""
