# The two commands a newcomer needs: `make build` and `make test`.
# Each makes its own virtual environment in .venv/ the first time, and leaves it alone after that.

PYTHON ?= python3
ARGS ?=
TESTS ?=
LOCKER := uv==0.13.9

run := .venv/run
test := .venv/test
pytest := $(test)/bin/python -m pytest -n 2 --dist loadgroup

# An environment works only where it was made: one that was moved or copied is made again.
moved = $(if $(subst at $(CURDIR),,at $(shell cat $(1)/made 2>/dev/null)),again)

# What somebody else's environment says must not reach ours.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV
export PLACE := $(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: again benchmark build clean help lint lock test test-full

help: ## list what can be made
	@echo 'make TARGET [PYTHON=python3.12] [ARGS="…"] [TESTS=tests/unit]'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

build: $(run)/made ## read the declaration, check it, and write the graph to dist/
	@$(run)/bin/communique build $(ARGS)

test: lint ## check style, types and layers, then run the tests (long matrices as a sample)
	@$(pytest) -m 'not full' $(TESTS) $(ARGS)

test-full: lint ## the same with the long matrices whole (kills, cuts, mutants, soaks)
	@COMMUNIQUE_MATRIX=full $(pytest) $(TESTS) $(ARGS)

lint: $(test)/made ## check style, types and layers only
	@echo 'Style:  ruff check, ruff format'
	@$(test)/bin/ruff check --quiet .
	@$(test)/bin/ruff format --quiet --check . \
	  || { echo 'Not formatted as above: $(test)/bin/ruff format .' >&2; exit 1; }
	@echo 'Types:  mypy --strict'
	@$(test)/bin/python -m mypy --no-error-summary
	@echo 'Layers: import-linter'
	@out=$$($(test)/bin/lint-imports --no-logo 2>&1) || { echo "$$out" >&2; exit 1; }

benchmark: $(run)/made ## measure the speed and the memory of the parts
	@$(run)/bin/python -m benchmarks $(ARGS)

lock: ## write requirements/ again from pyproject.toml, with the newest versions it allows
	@$(call make_environment,.venv/lock)
	@.venv/lock/bin/python -m pip install --quiet '$(LOCKER)'
	@echo 'Locking requirements/run.txt and requirements/test.txt …'
	@$(call lock,run)
	@$(call lock,test,--extra test --constraint requirements/run.txt)

clean: ## remove everything that make has made
	rm -rf .venv dist dist.* .dist* build .hypothesis
	rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(run)/made: requirements/run.txt pyproject.toml $(call moved,$(run))
	@$(call set_up,run)

$(test)/made: requirements/test.txt pyproject.toml $(call moved,$(test))
	@$(call set_up,test)

again:

# $(1): folder. `--clear`, so that nothing is left of an older lock or of a set-up that was cut off.
define make_environment
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
  echo 'Python 3.11 or later is needed. Name yours: make … PYTHON=python3.12' >&2; exit 1; }; \
$(PYTHON) -m venv --clear $(1) || { \
  echo 'Python could not make a virtual environment (Debian: apt install python3-venv).' >&2; exit 1; }
endef

# $(1): run or test. Exactly what the lock names, by hash; then the checkout itself, editable.
# The file `made` comes last and holds the place, so an environment that is half there is made again.
define set_up
echo 'Setting up .venv/$(1), once, from requirements/$(1).txt …'; \
$(call make_environment,.venv/$(1)); \
.venv/$(1)/bin/python -m pip install --quiet --no-compile --no-deps --only-binary :all: --require-hashes \
  --requirement requirements/$(1).txt && \
.venv/$(1)/bin/python -m pip install --quiet --no-deps --no-index --no-build-isolation --editable . && \
{ out=$$(.venv/$(1)/bin/python -m pip check) || { echo "$$out" >&2; exit 1; }; } && \
printf '%s\n' "$$PLACE" > .venv/$(1)/made
endef

# $(1): the lock's name, $(2): what it holds beside the dependencies of `make build`.
define lock
.venv/lock/bin/uv pip compile pyproject.toml --group build $(2) --upgrade --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
  --custom-compile-command 'make lock' --quiet --output-file requirements/$(1).txt
endef
