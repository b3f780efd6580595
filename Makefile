# `make build` and `make test` do all their own set-up. No other step is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-bench
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: build test fuzz audit serve check generated pictures lock offline lighthouse bench clean

build: $(VENV)/.build  ## Write the site to site/
	@$(BIN)/handbook build

serve: $(VENV)/.build  ## Preview with live reload at http://127.0.0.1:8000
	@$(BIN)/handbook serve

check: $(VENV)/.build  ## Check all content without a build
	@$(BIN)/handbook check

generated: $(VENV)/.build  ## Write the files that follow from the model: forms for issues, schemas for editing programs
	@$(BIN)/handbook generated

pictures: $(VENV)/.test build  ## Write the pictures of the README and of the page on how to edit, from the running tools
	@$(BIN)/python -m tests.pictures.guide

test: $(VENV)/.test build  ## Run every test
	@tests/chromium
	@$(BIN)/ruff check macros tests bench
	@$(BIN)/mypy
	@tests/lanes

audit: $(VENV)/.test build  ## axe-core on every page, in light, dark and print; writes what the accessibility statement shows
	@tests/chromium
	@$(BIN)/python -m tests.audit

$(VENV)/.build: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.build
	@$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-test.txt
	@touch $@

fuzz: $(VENV)/.test  ## Ask about 100,000 inputs that somebody might save; those that fail are kept in .cache/fuzz/
	@$(BIN)/python -m tests.fuzz

lock: $(VENV)/.build  ## Write the hash-locked requirements from the .in files
	@$(BIN)/python -m pip install --quiet pip-tools
	@cd $(CURDIR) && $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.txt requirements.in
	@cd $(CURDIR) && $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --constraint requirements.txt --output-file requirements-test.txt requirements-test.in
	@cd $(CURDIR) && $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file .github/audit/requirements.txt .github/audit/requirements.in
	@cd $(CURDIR) && $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --constraint requirements.txt --output-file bench/requirements.txt bench/requirements.in

offline: $(VENV)/.build  ## Write the whole site into one zip file that opens without a network
	@$(BIN)/handbook offline

lighthouse: $(VENV)/.test build  ## Audit one page of each kind as a phone meets it; needs Node and Chromium
	@cd bench/pages && npm ci --silent --no-audit --no-fund
	@$(BIN)/python -m bench.pages.audit

bench: $(VENV)/.test $(PEERS)/.peers  ## Measure against peers in the same run; PARTS="a b" runs some; needs Node for citeproc-js
	@cd bench/citations && npm ci --silent --no-audit --no-fund
	@$(BIN)/python bench/citations/compare.py
	@$(BIN)/python -m bench $(PARTS)

$(PEERS)/.peers: bench/requirements.txt
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r bench/requirements.txt
	@touch $@

clean:  ## Take away everything that was made, the set-up included
	@rm -rf site site-offline .cache $(VENV) $(PEERS) *.egg-info
