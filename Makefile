# `make brief` and `make test` are all a newcomer needs; each first sets everything up.
# Nothing but a target's own result goes to standard output.

.DEFAULT_GOAL := help
.PHONY: setup brief test lint check bench train lock fuzz soak e2e clean help
MAKEFLAGS += --no-print-directory
PYTHON := .venv/bin/python
FUZZER := ../shared/hostile/fuzz.py

help: ## Show this list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

setup: ## Make .venv ready: locked dependencies and what the system lacks
	@scripts/setup

brief: setup ## Build the brief of the sample articles into output/
	@.venv/bin/briefing build samples/articles --title "Sound of Merrow" --since 2026-03-01

test: setup ## Run the tests (ARGS="tests/group -k copies" for some of them)
	@$(PYTHON) -m pytest $(ARGS)

lint: setup ## Check style and types: ruff and mypy --strict
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy

check: lint test ## All that CI checks

bench: setup ## Measure accuracy and speed: make bench DATA=DIR [ONLY=name]
	@test -n "$(DATA)" || { echo 'usage: make bench DATA=DIR [ONLY=name]' >&2; exit 2; }
	@$(PYTHON) -m benchmarks "$(DATA)" $(if $(ONLY),--only $(ONLY))

train: setup ## Fit the line models anew: make train DATA=DIR [ARGS=--allow-regression]
	@test -n "$(DATA)" || { echo 'usage: make train DATA=DIR [ARGS=--allow-regression]' >&2; exit 2; }
	@$(PYTHON) -m benchmarks.train_text "$(DATA)" $(ARGS)
	@$(PYTHON) -m benchmarks.train_html "$(DATA)" $(ARGS)

lock: setup ## Write the lock files from pyproject.toml (UPGRADE=1 for the newest versions)
	@UPGRADE=$(UPGRADE) scripts/lock
	@scripts/setup

fuzz: setup ## Search for inputs that break a promise, for longer than the tests do
	@$(PYTHON) -m pytest -m hypothesis --hypothesis-profile=fuzz $(ARGS)
	@test ! -e $(FUZZER) || PYTHONPATH=. $(PYTHON) $(FUZZER) tests.fuzz_readers:every --seconds $(or $(FOR),600) --slow 10

soak: setup ## Let it run long: hostile servers, kills, a month of runs (root: own network)
	@$(PYTHON) -m pytest -m soak -p no:randomly $(ARGS)

e2e: setup ## Try it with veraPDF, a browser, a mail server, cron and a bare Debian (root, npm)
	@scripts/try-document
	@scripts/try-mail
	@scripts/try-cron
	@scripts/try-contrib
	@scripts/try-bare

clean: ## Remove what was made, but for your briefs
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
