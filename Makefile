# `make` lists the targets. PORT chooses where `make demo` serves, PYTHON which interpreter to use.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python

export PYTHONPATH := $(CURDIR)/platform
export PORT
# Many processes load the same code: without its compiled form each start takes seconds longer.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check bench torture shots lint lock clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | expand -t 8

demo: $(VENV)/.demo ## start Silah with invented people: http://localhost:PORT/ (PORT=8000)
	@exec $(RUN) -m silah.up --port "$(PORT)"

# Folder by folder: the longest tests come early, and the cores end together. A third process works
# where one of the two waits for a server, a browser or a worker.
# What measures time runs after the others have ended.
test: $(VENV)/.dev ## the tests, the long ones in short
	@$(RUN) -m pytest -m "not alone" -n 3 --dist loadfile --no-loadscope-reorder
	@$(RUN) -m pytest -m alone $$(grep -rl pytest.mark.alone tests --include=*.py)

check: export SILAH_FULL = 1
check: test ## every test in full: the evidence for closing an issue

bench: $(VENV)/.dev ## figures beside their rivals (JSON=path keeps them, ONLY=web is one part)
	@exec $(RUN) -m benchmarks $(if $(JSON),--json "$(JSON)") $(if $(ONLY),--only "$(ONLY)") $(if $(PICTURE),--picture "$(PICTURE)")

torture: export SILAH_PEOPLE ?= 1000000
torture: $(VENV)/.dev ## a worker killed in the middle of a full run (SILAH_PEOPLE=1000000)
	@exec $(RUN) -m pytest -q -s tests/matching/freshness/test_killed_host.py

shots: $(VENV)/.dev ## screenshots of the pages, in both languages
	@exec $(RUN) -m tests.shots

lint: export DATABASE_URL ?= postgresql://unused@unused.invalid/unused
lint: export REDIS_URL ?= redis://unused.invalid/0
lint: export SECRET_KEY ?= unused
lint: $(VENV)/.dev ## style, types, floors, migrations, translations, compose file
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy .
	find templates -name '*.html' -exec $(VENV)/bin/djade --check --target-version 5.2 {} +
	$(VENV)/bin/lint-imports
	$(RUN) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(RUN) manage.py checkmessages
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

lock: ## write requirements/*.txt anew from pyproject.toml (needs uv)
	uv pip compile $(LOCK) --extra embedded -o requirements/demo.txt
	uv pip compile $(LOCK) --all-extras -o requirements/dev.txt
LOCK := -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml

clean: ## remove the environment, the databases and everything else made here
	@python="$(RUN)"; [ -x "$$python" ] || python="$(PYTHON)"; "$$python" -m silah.embedded clean
	rm -rf $(VENV) .local staticfiles shots

# A stamp is newer than the lock it was installed from.
$(VENV)/.demo: requirements/demo.txt
$(VENV)/.dev: requirements/dev.txt
$(VENV)/.demo $(VENV)/.dev: | $(VENV)/bin/python
	@echo "Installing $< ..."
	@if command -v uv >/dev/null; then uv pip install -q -p $(RUN) --require-hashes -r $<; \
	elif [ -x $(VENV)/bin/pip ]; then $(RUN) -m pip install -q --no-compile --disable-pip-version-check --require-hashes -r $<; \
	else "$(PYTHON)" -m pip --python $(RUN) install -q --no-compile --disable-pip-version-check --require-hashes -r $<; fi
	@touch $@

$(VENV)/bin/python:
	@command -v "$(PYTHON)" >/dev/null || { echo "Silah needs Python 3.11 or later: install it, or say make PYTHON=/path/to/python3"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Silah needs Python 3.11 or later, and $(PYTHON) is older: say make PYTHON=/path/to/python3.11"; exit 1; }
	@if command -v uv >/dev/null; then uv venv -q --allow-existing -p "$(PYTHON)" $(VENV); \
	else "$(PYTHON)" -m venv $(VENV) 2>/dev/null \
	  || { rm -rf $(VENV); "$(PYTHON)" -m venv --without-pip $(VENV) && "$(PYTHON)" -m pip --version >/dev/null; } \
	  || { rm -rf $(VENV); echo "$(PYTHON) can make no environment: install its packages venv and pip (apt-get install python3-venv)"; exit 1; }; fi
