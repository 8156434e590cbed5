# The commands of the project; `make` alone lists them.
PYTHON ?= python3
PORT ?= 8000
VAR_DIR ?= var
export VAR_DIR
# What a fresh archive begins with; nothing: make run SAMPLES=
SAMPLES ?= meetings/samples/*.txt
# Real minutes with answers made by hand, and the script that compares: not the project's to ship.
FIDELITY ?= ../shared/fidelity

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# What is optional on a machine; an empty name is a leg that cannot run.
INITDB := $(lastword $(sort $(wildcard /usr/lib/postgresql/*/bin/initdb)))
CHROMIUM := $(wildcard /usr/bin/chromium)
NPM := $(shell command -v npm)

.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint test-sqlite test-postgres test-browser fidelity bench-reading bench-relevance bench-search css lock clean port-is-free

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: port-is-free .venv/requirements.txt $(VAR_DIR)/static/staticfiles.json ## set up and serve on 127.0.0.1, with sample minutes (PORT=8000, VAR_DIR=var)
	@$(MANAGE) migrate --verbosity 0
	@if [ ! -e $(VAR_DIR)/begun ]; then \
	    $(if $(SAMPLES),$(MANAGE) ingest_minutes --publish $(SAMPLES);) \
	    touch $(VAR_DIR)/begun; \
	fi
	@[ -d $(VAR_DIR)/index ] || $(MANAGE) rebuild_index --noinput --verbosity 0
	@$(MANAGE) catch_up_index || true # browsing works without the index
	@echo "Minutes Portal: http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@$(MANAGE) work & worker=$$!; trap 'kill $$worker 2>/dev/null || true; wait $$worker || true' EXIT; trap 'exit 130' INT TERM; \
	    $(BIN)/waitress-serve --listen=127.0.0.1:$(PORT) --threads=8 --max-request-body-size=67108864 minutes_portal.wsgi:application

test: lint test-sqlite $(if $(INITDB),test-postgres,without-PostgreSQL) $(if $(CHROMIUM),test-browser,without-Chromium) ## all checks and tests that this machine can run (CI=true: all, or fail)

lint: .venv/requirements-dev.txt ## style, types, missing migrations
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(MANAGE) makemigrations --check --dry-run

test-sqlite: .venv/requirements-dev.txt ## the tests, on SQLite
	env -u DATABASE_URL $(BIN)/pytest -m "not browser" $(PYTEST_ARGS)

test-postgres: .venv/requirements-dev.txt ## the tests that use a database, on a throw-away PostgreSQL
	$(if $(INITDB),,$(error PostgreSQL is not on this machine: apt install postgresql))
	.ci/on-postgres $(dir $(INITDB)) $(BIN)/pytest -m "not browser" --ignore=meetings/tests/parsing $(PYTEST_ARGS)

test-browser: .venv/requirements-dev.txt $(if $(NPM),meetings/tests/browser/node_modules/axe-core/axe.min.js) ## the tests in Debian's Chromium
	$(if $(CHROMIUM),,$(error Chromium is not on this machine: apt install chromium))
	env -u DATABASE_URL $(BIN)/pytest -m browser $(PYTEST_ARGS)

fidelity: .venv/requirements.txt ## compare what is read in real minutes with answers made by hand (FIDELITY=../shared/fidelity)
	@if [ -d $(FIDELITY)/sources ]; then \
	    { $(MANAGE) parse_minutes $(FIDELITY)/sources || true; } | $(BIN)/python $(FIDELITY)/score.py $(FIDELITY)/gold - -v; \
	else \
	    echo "There are no real minutes in $(FIDELITY): nothing to compare. FIDELITY= names another folder."; \
	fi

bench-reading: .venv/requirements.txt ## how fast minutes are read, by format, beside that format's bare extractor
	@$(BIN)/python -m benchmarks.reading

bench-relevance: .venv/requirements.txt ## does the item that one looks for come first? beside plain BM25F (ITEMS=2000)
	@$(BIN)/python -m benchmarks.relevance $(if $(ITEMS),--items $(ITEMS))

bench-search: .venv/requirements.txt .venv/benchmarks/requirements.txt ## how fast is a search? beside other engines (ITEMS=10000)
	@$(if $(INITDB),.ci/on-postgres $(dir $(INITDB))) env PYTHONPATH=.venv/benchmarks $(BIN)/python -m benchmarks.search $(if $(ITEMS),--items $(ITEMS))

css: ## compile static/css/site.css (needs npm)
	cd static/css/src && npm ci --silent && npm run build

lock: .venv/requirements-dev.txt ## pin what requirements.in and requirements-dev.in ask for, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header requirements-dev.in -c requirements.txt -o requirements-dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header benchmarks/requirements.in -o benchmarks/requirements.txt

clean: ## remove the environment and all caches; the archive in VAR_DIR stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis meetings/tests/browser/node_modules static/css/src/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

port-is-free: .venv/bin/pip
	@$(BIN)/python -c 'import socket, sys; socket.create_server(("127.0.0.1", int(sys.argv[1])))' $(PORT) 2>/dev/null || { \
	    echo "Port $(PORT) cannot be had: it is taken, or not for this account. Choose another: make run PORT=8001" >&2; \
	    exit 1; }

without-%:
	@echo "Skipped: the tests that need $*, which is not on this machine."
	@[ "$${CI:-}" != true ] || { echo "With CI=true every leg must run." >&2; exit 1; }

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
	    echo "Minutes Portal needs Python 3.11, 3.12 or 3.13. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "Python's venv is not on this machine: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv

# The copy of a lock in .venv tells that it is installed.
.venv/requirements.txt .venv/requirements-dev.txt: .venv/%: % | .venv/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@cp $< $@

# What only the benchmarks need stands beside the environment, not in it.
.venv/benchmarks/requirements.txt: benchmarks/requirements.txt | .venv/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --upgrade --target .venv/benchmarks -r $<
	@cp $< $@

$(VAR_DIR)/static/staticfiles.json: $(shell find static -name src -prune -o -type f -print) .venv/requirements.txt
	$(MANAGE) collectstatic --noinput --clear --ignore src --verbosity 0

meetings/tests/browser/node_modules/axe-core/axe.min.js: meetings/tests/browser/package-lock.json
	cd meetings/tests/browser && npm ci --silent && touch node_modules/axe-core/axe.min.js
