# Every target sets up what it needs by itself: `make` lists them.

PYTHON := $(or $(PYTHON),$(shell command -v python3.11 || command -v python3))
BIN := .venv/bin
READY := .venv/.installed
WANTED := .[lab,instructor,dev]
MINORS := 2.19 2.20 2.21
# Colab's pair of versions: the other minors go with the Keras that the constraints name.
KERAS_2.19 := keras==3.10.*

# nbgrader calls alembic by its bare name.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help install lab demo test test-hostile test-nbgrader test-matrix test-places lint bench bench-grading bench-attacks system clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target does; do \
		printf '  make %-14s %s\n' "$$target" "$$does"; done

install: $(READY) ## Make .venv, with everything for working on the project

lab: $(READY) ## Open the course in JupyterLab
	$(BIN)/tapework lab

demo: $(READY) ## Release the losses chapter, grade a sample class, print its gradebook
	$(BIN)/python -m autograder.demo --chapter losses

test: $(READY) system ## Check generated files, lint, types, doctests and tests
	$(BIN)/tapework publish --check
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --doctest-modules course autograder
	$(BIN)/pytest -n 3 --dist loadgroup --no-loadscope-reorder tests

test-hostile: $(READY) system ## Only grade the classes of hostile and of broken submissions
	$(BIN)/pytest -n 2 --dist loadgroup tests/attacks tests/faults

test-nbgrader: $(READY) system ## Run nbgrader's own tests of its autograder with our plug-ins
	$(BIN)/python -m tests.nbgrader_suite -n 2

test-matrix: $(MINORS:%=.matrix/%/.installed) ## Prove every exercise on all supported minors of TensorFlow (an hour)
	@for minor in $(MINORS); do echo "TensorFlow $$minor"; \
		.matrix/$$minor/bin/pytest -n 2 --dist loadgroup tests/test_every_exercise.py || exit 1; done

test-places: $(READY) system ## Try every chapter on Colab's layout, and on a laptop without internet (half an hour)
	$(BIN)/pytest -n 2 --dist loadgroup -m "everywhere or not everywhere" tests/test_colab.py tests/test_laptop.py tests/test_binder.py tests/test_front_ends.py

lint: $(READY) ## Check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(READY) ## Measure a check, an import, and opening each notebook (that into RESULTS.md)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.opening

bench-grading: $(READY) system ## Grade one class with stock nbgrader, Otter and Tapework (an hour)
	$(BIN)/python -m benchmarks.grading

bench-attacks: $(READY) system ## Grade hostile submissions with stock nbgrader and Tapework (20 minutes)
	$(BIN)/python -m benchmarks.attacks

system: ## Install the Debian packages that the tests use (as root)
	@missing=; \
	command -v chromium >/dev/null || missing="chromium"; \
	command -v bwrap >/dev/null || missing="$$missing bubblewrap"; \
	if [ -z "$$missing" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
			apt-get install -y -qq --no-install-recommends $$missing; \
	else echo "Not installed, so the tests that need it are left out:" $$missing; fi

clean: ## Remove .venv, caches, build output and the demonstration
	rm -rf .venv .matrix build dist demo-course test-results .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# uv reads no pip configuration: it is told pip's index, and pip itself stands in where uv fails.
# $(call packages,BIN,CONSTRAINTS,WHAT)
define packages
	$(1)/pip install --quiet --disable-pip-version-check -c $(2) uv
	@index=$$($(1)/pip config list | sed -n "s/^.*[.]index-url='\(.*\)'$$/\1/p" | head -n 1); \
	UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$$index}" UV_HTTP_TIMEOUT="$${UV_HTTP_TIMEOUT:-180}" \
	UV_SYSTEM_CERTS="$${UV_SYSTEM_CERTS:-true}" \
		$(1)/uv pip install --quiet --python $(1)/python -c $(2) $(3) \
	|| $(1)/pip install --disable-pip-version-check -c $(2) $(3)
endef

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(call packages,$(BIN),constraints.txt,-e '$(WANTED)')
	@touch $@

# An older TensorFlow wants older versions of these than the constraints name.
.matrix/%/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .matrix/$*
	@grep -vE '^(tensorflow|tensorboard|numpy|protobuf|ml.dtypes|grpcio$(and $(KERAS_$*),|keras))' constraints.txt >.matrix/$*/constraints.txt
	$(call packages,.matrix/$*/bin,.matrix/$*/constraints.txt,-e '$(WANTED)' 'tensorflow==$*.*' $(KERAS_$*))
	@touch $@
