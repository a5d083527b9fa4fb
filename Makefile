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
.PHONY: again benchmark build clean help lint lock ontology-docs stores site test test-full

help: ## list what can be made
	@echo 'make TARGET [PYTHON=python3.12] [ARGS="…"] [TESTS=tests/unit]'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

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

site: $(run)/made ## write the static site to site/ and open its first page
	@$(run)/bin/communique publish --open $(ARGS)

ontology-docs: $(run)/made ## write the ontology's documentation to build/ontology/
	@$(run)/bin/python -m communique.site.ontology_page build/ontology $(ARGS)

stores: $(test)/made ## start an Oxigraph and a Virtuoso to try things out on, until Ctrl-C
	@$(test)/bin/python -m tests.stores

benchmark: $(run)/made ## measure the speed and the memory of the parts
	@$(run)/bin/python -m benchmarks $(ARGS)

lock: ## write requirements/ again from pyproject.toml, with the newest versions it allows
	@$(call make_environment,.venv/lock)
	@.venv/lock/bin/python -m pip install --quiet '$(LOCKER)'
	@echo 'Locking requirements/run.txt, requirements/test.txt and requirements/reasoner.txt …'
	@$(call lock,run,pyproject.toml --group build)
	@$(call lock,test,pyproject.toml --group build --extra test --constraint requirements/run.txt)
	@$(list_reasoner) | $(call lock,reasoner,- --no-deps)

clean: ## remove everything that make has made
	rm -rf .venv dist dist.* .dist* site .site build .hypothesis
	rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(run)/made: requirements/run.txt pyproject.toml $(call moved,$(run))
	@$(call set_up,run)

$(test)/made: requirements/test.txt requirements/reasoner.txt pyproject.toml $(call moved,$(test))
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
{ [ $(1) != test ] || $(build_reasoner); } && \
.venv/$(1)/bin/python -m pip install --quiet --no-deps --no-index --no-build-isolation --editable . && \
{ out=$$(.venv/$(1)/bin/python -m pip check) || { echo "$$out" >&2; exit 1; }; } && \
printf '%s\n' "$$PLACE" > .venv/$(1)/made
endef

# The extra `reasoner` is published as source only: it is built with the setuptools of the lock.
define build_reasoner
.venv/test/bin/python -m pip install --quiet --no-compile --no-deps --no-binary :all: --no-build-isolation \
  --require-hashes --requirement requirements/reasoner.txt
endef

define list_reasoner
$(PYTHON) -c 'import pathlib, tomllib; \
  project = tomllib.loads(pathlib.Path("pyproject.toml").read_text("utf-8"))["project"]; \
  print(*project["optional-dependencies"]["reasoner"], sep="\n")'
endef

# $(1): the lock's name, $(2): what it holds.
define lock
.venv/lock/bin/uv pip compile $(2) --upgrade --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
  --custom-compile-command 'make lock' --quiet --output-file requirements/$(1).txt
endef
