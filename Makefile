# Two commands for a fresh machine with Python 3.11 or newer: make demo, make test. The rest is for people
# who work on fixdocs. Everything is installed into .venv; nothing outside this folder is changed.

# The first interpreter that is new enough; override with make PYTHON=/path/to/python.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
DEMO ?= fixdocs-demo
JOBS ?= auto

.PHONY: help demo test lint types site serve templates workbooks clean

help:
	@echo 'make demo       set up and build the sample project in $(DEMO)/'
	@echo 'make test       set up and run every check'
	@echo 'make site       build the method guide into build/site/'
	@echo 'make serve      show the method guide while it is being written'
	@echo 'make templates  make the Word templates in templates/docx/ again'
	@echo 'make workbooks  make the blank workbooks in templates/xlsx/ again'

demo: $(VENV)/.run
	$(BIN)/fixdocs demo $(DEMO)

test: lint types
	$(BIN)/python -m pytest -n $(JOBS) --maxprocesses 4 --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

site: $(VENV)/.site
	$(BIN)/mkdocs build --strict --config-file site/mkdocs.yml

serve: $(VENV)/.site
	$(BIN)/mkdocs serve --config-file site/mkdocs.yml

templates: $(VENV)/.run
	$(BIN)/python -m tools.make_templates
	$(BIN)/python -m tools.compile_templates

workbooks: $(VENV)/.run
	$(BIN)/python -m tools.make_workbooks

clean:
	rm -rf build dist $(VENV)

# Debian keeps what venv needs to install pip in a package of its own; a pip outside can do it instead.
$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'fixdocs needs Python 3.11 or newer.' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; } || \
		{ rm -rf $(VENV); echo 'No virtual environment could be made: install python3-venv or pip.' >&2; exit 1; }

$(VENV)/.run: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev,site]'
	@touch $@ $(VENV)/.run $(VENV)/.site

$(VENV)/.site: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[site]'
	@touch $@ $(VENV)/.run
