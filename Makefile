# Two commands matter: `make site` and `make test`. Each sets up whatever it needs.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The tests start our programs hundreds of times: Python need not compile them each time.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help site serve test check lint format lock browser editor types site-tools check-site accuracy bench bench-readers faults sbom clean trust fuzz audit messages

help: ## List what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/.installed: pyproject.toml requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (set PYTHON=...)"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory apt-python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Debian and Ubuntu ship venv apart from Python.
.PHONY: apt-python
apt-python:
	@echo "Installing python3-venv ..." && .ci/apt-install python3-venv

site: $(VENV)/.installed ## Check every claim and build the site into site/
	$(BIN)/mkdocs build --quiet

serve: $(VENV)/.installed ## Preview the site, reloading on every change
	$(BIN)/mkdocs serve --livereload

check: $(VENV)/.installed ## Check every claim against its article
	$(BIN)/site-builder check

browser: ## Find Chromium, or install it where permitted
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || .ci/apt-install chromium

tests/%/node_modules/.installed: tests/%/package-lock.json
	@if ! command -v npm >/dev/null && [ -n "$$CI" ]; then .ci/apt-install npm; fi
	@if command -v npm >/dev/null; then npm --prefix tests/$* ci --silent --no-audit --no-fund && touch $@; \
	else echo "npm is missing: the tests in tests/$* are left out"; fi

# The page for editors is tried with the very files that a newsroom installs it by.
tests/admin/package-lock.json: site_builder/newsroom/admin/package-lock.json
	@cp site_builder/newsroom/admin/package.json site_builder/newsroom/admin/package-lock.json tests/admin/

editor: tests/editor/node_modules/.installed tests/admin/node_modules/.installed ## Install what editors' programs and pages run, if npm is there

types: tests/types/node_modules/.installed ## Install the types of schema.org and their compiler, if npm is there

site-tools: browser tests/site_checks/node_modules/.installed ## Install what checks the finished site
	@command -v java >/dev/null || .ci/apt-install default-jre-headless
	@command -v firefox-esr firefox >/dev/null || .ci/apt-install firefox-esr
	@command -v WebKitWebDriver >/dev/null || .ci/apt-install webkit2gtk-driver
	@command -v xvfb-run >/dev/null || .ci/apt-install xvfb xauth

check-site: $(VENV)/.installed site-tools ## Check finished sites: axe, HTML, weight, Lighthouse, notes in three browsers
	$(BIN)/pytest -o python_files='check_*.py' tests/site_checks

test: $(VENV)/.installed browser editor types lint ## Lint, types and every test, the browser's too
	$(BIN)/pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.installed ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed ## Format the code and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(VENV)/.installed ## Bring the catalogues of the interface up to date with templates and code
	$(BIN)/python -m bench.messages

lock: $(VENV)/.installed ## Pin dependencies anew, with hashes
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements/dev.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra tools --constraint requirements/dev.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements/tools.txt

accuracy: $(VENV)/.installed ## Measure the checker on test corpora (CORPORA=folder)
	$(BIN)/python -m bench.accuracy $(CORPORA)

BENCH ?= --sizes 1000 10000 --alone 100000 --page docs/performance.md
bench: $(VENV)/.installed ## Measure speed against other generators (BENCH="--sizes 100 --runs 1 --peers" for a short run)
	$(BIN)/python -m bench.speed $(BENCH)

READERS ?=
bench-readers: $(VENV)/.installed browser ## Measure in Chromium what 10,000 claims cost readers (READERS="--claims 100 --runs 1")
	$(BIN)/python -m bench.readers $(READERS)

trust: $(VENV)/.installed browser ## Hostile input, faults, and mark-up that tries to run: some minutes
	@ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || .ci/apt-install faketime || echo "faketime is missing: the clock is left alone"
	$(BIN)/pytest --numprocesses auto --dist loadfile -m long

faults: $(VENV)/.installed ## Kill a hundred builds of 2,000 claims at random moments
	FAULT_KILLS=100 FAULT_CLAIMS=2000 $(BIN)/pytest -m long tests/faults

$(VENV)/.tools: $(VENV)/.installed requirements/tools.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt
	@touch $@

FUZZ_SECONDS ?= 60
FUZZ ?= yaml texts quotes figures calculations
fuzz: $(VENV)/.tools ## Look for bytes that break a promise (FUZZ_SECONDS=60 for each)
	@for name in $(FUZZ); do echo "$$name, for $(FUZZ_SECONDS) seconds"; $(BIN)/python -m tests.fuzz $$name $(FUZZ_SECONDS) || exit 1; done

audit: $(VENV)/.tools ## Ask for known weaknesses of what runs; fails where nobody could be asked, too
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements/run.txt || \
	{ echo "Not sound: either a weakness is named above, or the service that knows of them could not be asked."; exit 1; }

sbom: $(VENV)/.installed ## Write the bill of materials to build/sbom.json
	@mkdir -p build && $(BIN)/python -m bench.sbom > build/sbom.json && echo build/sbom.json

clean: ## Remove what was made
	rm -rf site .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
