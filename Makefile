# Every task of the project, driven by `make`. `make` alone prints this list.

PYTHON ?= python3
VENV   ?= .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

.PHONY: help
help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##@ set-up

.PHONY: setup
setup: $(READY) ## make the development environment in .venv

# The stamp is written last: an interrupted installation is started afresh by the next run.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Preparing $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install --quiet --upgrade 'pip>=25.1'
	@$(PY) -m pip install --quiet --group dev --editable .
	@touch $@

##@ everyday

# demo, server and test-live run on the launcher's default vLLM, or on another: VLLM_VERSION=0.31.0.

.PHONY: demo
demo: $(READY) ## run the SDK against a real vLLM on the CPU (or the server that VLLM_BASE_URL names)
	@$(PY) examples/demo.py

.PHONY: server
server: $(READY) ## serve the demo's model on port 8000 until Ctrl-C
	@$(PY) -m vllm_sdk.testing serve --port 8000

.PHONY: test
test: check check-generated test-fast test-live ## lint, type checks and every test, the live ones included

.PHONY: check
check: $(READY) ## lint and type checks
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m mypy --package vllm_api
	$(PY) -m pyright

.PHONY: test-fast
test-fast: $(READY) ## the tests that need no server
	$(PY) -m pytest -m "not contract" --cov --numprocesses auto --maxprocesses 4

.PHONY: test-live
test-live: $(READY) ## the contract tests, on a real vLLM (of another version: VLLM_VERSION=x)
	$(PY) -m pytest -m contract

# Every version whose spec is known, the oldest first. FAILED=1 runs only what failed last time.
VERSIONS     ?= $(patsubst openapi/history/%.json.gz,%,$(wildcard openapi/history/*.json.gz))

.PHONY: test-versions
test-versions: $(READY) ## the contract tests on each of VERSIONS in turn; writes docs/versions.md
	@$(PY) -m tools.versions $(if $(FAILED),--failed) $(VERSIONS)

.PHONY: format
format: $(READY) ## format and mend what ruff can mend
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

##@ bindings

VLLM_VERSION ?= $(shell cat openapi/VLLM_VERSION)
AGAINST      ?= HEAD
PIPELINE     := $(PY) -m openapi.pipeline

.PHONY: spec
spec: $(READY) ## write the spec of vLLM VLLM_VERSION, or of the server at VLLM_URL
ifdef VLLM_URL
	@$(PIPELINE) spec --url '$(VLLM_URL)'
else
	@python=$$($(PY) -m vllm_sdk.testing python --version '$(VLLM_VERSION)') \
	  && $(PIPELINE) spec --python "$$python" --version '$(VLLM_VERSION)'
endif

.PHONY: generate
generate: $(READY) ## make generated/vllm_api from the spec
	@$(PIPELINE) generate

.PHONY: regenerate
regenerate: $(READY) ## spec, bindings, and a report of what changed since the commit AGAINST
	@$(MAKE) spec
	@$(MAKE) generate
	@$(PIPELINE) report --against '$(AGAINST)'

.PHONY: check-generated
check-generated: $(READY) ## prove that generated/vllm_api is exactly what the pipeline makes
	@$(PIPELINE) check

##@ benchmarks

BENCH := $(VENV)/.bench

.PHONY: bench
bench: $(READY) $(BENCH) ## measure the SDK beside other clients (12 min; QUICK=1: 2 min)
	@$(PY) -m benchmarks $(if $(QUICK),--quick)

$(BENCH): $(READY)
	@$(PY) -m pip install --quiet --group bench
	@touch $@
