# make run: set up and serve on http://localhost:8501; make test: set up and run every test.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench screenshots licences clean

run: $(VENV)/.product
	$(BIN)/python app.py --server.port $(PORT)

# In the order of the folders: a worker that goes back to the browser's would start it anew.
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks

screenshots: $(VENV)/.dev
	$(BIN)/python -m tests.browser.screenshots

licences: $(VENV)/.dev
	$(BIN)/python -m tests.deploy.licences

clean:
	rm -rf $(VENV) var .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.uv:
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing: on Debian run apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet uv==0.13.9
	touch $@

$(VENV)/.product: requirements.txt constraints.txt | $(VENV)/.uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.txt -c constraints.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.product
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements-dev.txt -c constraints.txt
	touch $@
