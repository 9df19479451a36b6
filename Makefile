# Every task of the project, driven by `make`. `make` alone prints this list.

PYTHON  ?= python3
VENV    ?= .venv
PY      := $(VENV)/bin/python
READY   := $(VENV)/.ready
# The package alone, which is all that the demo and a server need.
PACKAGE := $(VENV)/.package

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# Otherwise each of the many processes that the tests start compiles every module afresh.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##@ set-up

.PHONY: setup
setup: $(READY) ## make the development environment in .venv

# A stamp is written last: an interrupted installation is started afresh by the next run.
$(PACKAGE): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Preparing $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[cli]'
	@touch $@

$(READY): $(PACKAGE)
	@echo "Installing the tools of development …"
	@rm $(PACKAGE)
	@$(PY) -m pip install --quiet --upgrade 'pip>=25.1'
	@$(PY) -m pip install --quiet --group dev
	@touch $(PACKAGE) $@

##@ everyday

# demo, server and test-live run on the launcher's default vLLM, or on another: VLLM_VERSION=0.31.0.

.PHONY: demo
demo: $(PACKAGE) ## run the SDK against a real vLLM on the CPU (or the server that VLLM_BASE_URL names)
	@$(PY) examples/demo.py

.PHONY: server
server: $(PACKAGE) ## serve the demo's model on port 8000 until Ctrl-C (another one: MODEL=smollm2)
	@$(PY) -m vllm_sdk.testing serve $(if $(MODEL),--model '$(MODEL)') --port 8000

.PHONY: test
test: check check-generated test-full test-live ## lint, type checks and every test, the live ones included

.PHONY: check
check: $(READY) ## lint, type checks, and the proof that _sync is what _async derives to
	@$(MAKE) --jobs 2 lint mypy pyright

.PHONY: lint mypy pyright
lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) tools/derive_sync.py --check
	$(PY) -m tools.command_line --check

mypy: $(READY)
	$(PY) -m mypy
	$(PY) -m mypy --package vllm_api

pyright: $(READY)
	$(PY) -m pyright

CHECKERS := $(VENV)/lowest-checkers

.PHONY: check-typing
check-typing: $(READY) ## check tests/typing with the lowest mypy and pyright that the docs state
	@$(PYTHON) -m venv --clear $(CHECKERS)
	@$(CHECKERS)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(CHECKERS)/bin/python -m pip install --quiet --group lowest-checkers
	$(CHECKERS)/bin/python -m mypy --python-executable $(PY) --cache-dir $(CHECKERS)/cache tests/typing
	$(CHECKERS)/bin/python -m pyright --pythonpath $(PY) tests/typing

.PHONY: docs-cli
docs-cli: $(READY) ## write docs/command-line.md from the application, with the output of real commands
	$(PY) -m tools.command_line

.PHONY: derive
derive: $(READY) ## write the synchronous client from the asynchronous one
	$(PY) tools/derive_sync.py

SERVERLESS   := -m pytest -m "not contract and not browser" --numprocesses 4 --dist worksteal \
                  --ignore tests/contract --ignore tests/browser
COVERAGE     := .coverage.json

.PHONY: test-fast
test-fast: $(READY) ## the tests that need no server, with few examples of each property
	$(PY) $(SERVERLESS) --hypothesis-profile quick

.PHONY: test-full
test-full: $(READY) ## the same tests with all examples, and proof that they cover every branch
	@rm -f $(COVERAGE)
	$(PY) -m slipcover --out $(COVERAGE) $(SERVERLESS) --hypothesis-profile full
	$(PY) -m tools.check_coverage $(COVERAGE)

# Each Python has an environment of its own.
PYTHONS      ?= python3.11 python3.12 python3.13

.PHONY: test-pythons
test-pythons: ## the fast tests on each of PYTHONS that is installed, names or paths
	@failed=; for python in $(PYTHONS); do \
	  if ! version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null); \
	  then echo "$$python: skipped, it is not installed"; continue; fi; \
	  echo "$$python: Python $$version"; \
	  $(MAKE) test-fast PYTHON=$$python VENV=.venv-$$version || failed="$$failed $$version"; \
	done; \
	if [ "$$failed" ]; then echo "The tests fail on Python$$failed." >&2; exit 1; fi

LOWEST := $(VENV)/lowest

.PHONY: test-lowest
test-lowest: $(READY) ## the tests of types, tools, metrics, the command line and the example with the lowest versions of the dependencies
	@$(PYTHON) -m venv --clear $(LOWEST)
	@$(LOWEST)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(LOWEST)/bin/python -m pip install --quiet --group lowest --editable .
	$(LOWEST)/bin/python -m pytest -q -p no:anyio -n auto --hypothesis-profile quick \
	  tests/unit/structured tests/unit/tools \
	  tests/property/test_structured.py tests/property/test_tools.py \
	  tests/unit/cli tests/unit/clients/test_metrics.py tests/property/test_metrics.py \
	  tests/unit/batching/test_inputs.py
	cd examples/app && $(abspath $(LOWEST))/bin/python -m pytest -q -p no:cacheprovider -p no:asyncio
	@# mcp needs a newer httpx than this package does, so it comes last
	@$(LOWEST)/bin/python -m pip install --quiet 'mcp==1.22.0'
	$(LOWEST)/bin/python -m pytest -q -p no:anyio tests/unit/test_mcp.py

# A server starts mostly on one core: two workers, each with servers of its own, use both. A server
# of yours is asked by one.
.PHONY: test-live
test-live: $(READY) ## the contract tests, on a real vLLM and real models (of another version: VLLM_VERSION=x)
	$(PY) -m pytest -m contract tests/contract $(if $(VLLM_BASE_URL),,--numprocesses 2 --dist loadfile)

.PHONY: test-real
test-real: $(READY) ## the contract tests on the real models alone
	$(PY) -m pytest -m real_models

BROWSER := $(VENV)/.browser

.PHONY: test-browser
test-browser: $(READY) $(BROWSER) ## the HTML report and the example application in a real Chromium (CHROMIUM=/path/of/one)
	$(PY) -m pytest -m browser tests/browser

$(BROWSER): $(READY)
	@$(PY) -m pip install --quiet --group browser
	@touch $@

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

# The launcher's tasks take VLLM_VERSION from the environment, where make puts it if it is given.
SPEC_VERSION  = $(or $(VLLM_VERSION),$(shell cat openapi/VLLM_VERSION))
AGAINST      ?= HEAD
PIPELINE     := $(PY) -m openapi.pipeline

FROM          = $(if $(VLLM_URL),--url '$(VLLM_URL)',--version '$(SPEC_VERSION)')

.PHONY: upgrade
upgrade: $(READY) ## every step to vLLM VLLM_VERSION, and a list of what is left to you
	@$(PIPELINE) upgrade --version '$(SPEC_VERSION)'

.PHONY: regenerate
regenerate: $(READY) ## spec and bindings of vLLM VLLM_VERSION or of the server at VLLM_URL, and what changed since AGAINST
	@$(PIPELINE) regenerate --against '$(AGAINST)' $(FROM)

.PHONY: spec
spec: $(READY) ## only the spec: write openapi/
	@$(PIPELINE) spec $(FROM)

.PHONY: generate
generate: $(READY) ## only the bindings: make generated/vllm_api from openapi/
	@$(PIPELINE) generate

.PHONY: history
history: $(READY) ## add the spec of an older vLLM VLLM_VERSION to openapi/history
	@$(PIPELINE) history $(FROM)

.PHONY: api-changes
api-changes: $(READY) ## write docs/api-changes.md from openapi/history
	@$(PIPELINE) api-changes

.PHONY: check-generated
check-generated: $(READY) ## prove that the bindings and docs/api-changes.md are what the pipeline makes
	@$(PIPELINE) check
	@$(PIPELINE) api-changes --check

##@ endurance

.PHONY: soak
soak: $(READY) ## calls over bad connections, cancelled, interrupted, restarted (15 min; SOAK_CALLS=2000 SOAK_SEED=7)
	@$(PY) -m tools.soak $(if $(SOAK_CALLS),--calls '$(SOAK_CALLS)') $(if $(SOAK_SEED),--seed '$(SOAK_SEED)') $(SOAK_PARTS)

##@ evaluation

.PHONY: quality
quality: $(READY) ## evaluate tools, labels and records on a real model (HELD_BACK=1: the half that is held back)
	@$(PY) -m tools.quality $(if $(MODEL),--model '$(MODEL)') $(if $(HELD_BACK),--held-back) $(PARTS)

##@ benchmarks

BENCH := $(VENV)/.bench

.PHONY: bench
bench: $(READY) $(BENCH) ## measure the SDK beside other clients (20 min; QUICK=1: 3 min; ROUNDS=5)
	@$(PY) -m benchmarks $(if $(QUICK),--quick) $(if $(ROUNDS),--rounds $(ROUNDS))

.PHONY: bench-batches
bench-batches: $(READY) $(BENCH) ## measure batches beside other clients, and a million lines (10 min)
	@$(PY) -m benchmarks.batches

.PHONY: bench-concurrency
bench-concurrency: $(READY) ## measure fixed concurrencies and "auto" on a real vLLM on the CPU (5 min)
	@$(PY) -m benchmarks.batches.sweep

$(BENCH): $(READY)
	@$(PY) -m pip install --quiet --group bench
	@touch $@
