# Two commands on a fresh machine: `make demo` and `make test`. Each does its own set-up in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
# Compiled modules make every later start a second faster, whatever the shell's settings are.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo install run test check format bench chaos lock clean

help:            ## this list
	@grep -hE '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/: *.*##/ —/' | sort

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed. Point to it with: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Could not make $(VENV). On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.runtime: $(VENV)/.python requirements/runtime.txt
	@echo "Installing what the bot needs (once, under a minute) ..."
	@$(PIP) -r requirements/runtime.txt
	@$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "omzien-helpdesk.pth").write_text(str(pathlib.Path.cwd()) + "\n")'
	@printf '#!/bin/sh\nexec "%s/$(BIN)/python" -m bot "$$@"\n' "$(CURDIR)" > $(BIN)/helpdesk && chmod +x $(BIN)/helpdesk
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(PIP) -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.runtime  ## play the bot in a page with three phones (RESET=1 starts anew)
	@$(BIN)/helpdesk demo $(if $(RESET),--reset)

install: $(VENV)/.runtime  ## what the bot needs, also after a new version, without starting it

run: $(VENV)/.runtime  ## run against Telegram with config.toml
	@$(BIN)/helpdesk run --config config.toml

test: check  ## lint, types, import contracts, and every test on SQLite and PostgreSQL
	@$(BIN)/python -m pytest -n $${TEST_WORKERS:-4}

check: $(VENV)/.dev  ## formatting, lint, types, import contracts
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run 'make format'."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --no-cache >/dev/null || $(BIN)/lint-imports --no-logo

format: $(VENV)/.dev  ## format and fix what can be fixed
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.dev  ## measure speed and memory; writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks

chaos: $(VENV)/.dev  ## kill the bot 100 times in a broadcast to 10,000, and let Telegram be away for 10 minutes (half an hour)
	@CHAOS=full $(BIN)/python -m pytest -n 0 -s --timeout 5400 tests/chaos

lock: $(VENV)/.dev  ## pin the requirements anew, with hashes and without addresses
	@for f in runtime dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links requirements/$$f.in -o requirements/$$f.txt; done

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
