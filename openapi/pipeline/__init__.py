"""Make the bindings in `generated/vllm_api` from the spec that vLLM serves.

    export ──► served.json, responses.json ──► join ──► normalise ──► generate
    fetch  ──► served.json ────────────────────┘

make runs the pipeline; see `docs/regenerating.md`. Only `export` needs vLLM, and runs in vLLM's
interpreter. Everything else runs in the development environment.
"""
