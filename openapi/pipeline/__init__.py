"""From the spec that vLLM serves to the bindings in `generated/vllm_api`.

    export ──► served.json, responses.json ──► join ──► normalise ──► generate
    fetch  ──► served.json ────────────────────┘

Driven by make; `docs/regenerating.md` tells the story. Only `export` needs vLLM, and runs in
vLLM's interpreter; everything else runs in the development environment.
"""
