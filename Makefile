# make start      doorloop de meldcode (opties: make start ARGS=--plain)
# make test       alle tests             make check   lint en tests
# make lint       vorm, types, pijlen    make format  zet de code in vorm
# make lock       leg de afhankelijkheden opnieuw vast (nieuwere versies: make lock ARGS=--upgrade)
# make fuzz       geef elke lezer vijf minuten lang bedorven bestanden (make fuzz ARGS="60 7": seconden en zaadje)
# make bench      meet wat het programma kost, naast andere programma's (vastleggen: make bench ARGS=--record; streng: ARGS=--strict)
# make teeth      probeer het bewijs met duizenden fouten en wegen (een half uur; een sector: make teeth ARGS=sport)
# make faults     breek elke schrijfstap van de kluis af, op elke manier; eindigt met een tabel (minuten)
# make coverage   meet welke regels en takken de tests uitvoeren; eindigt met een tabel per pakket (een kwartier)
# make mutants    verander de motor op honderden plekken en zie of de tests het merken (uren; make mutants ARGS=NAAM)
# make wheel      bouw dist/*.whl        make clean   ruim op wat make maakte
# make release    alles van een uitgave in dist/ (proef: ARGS=--draft); daarna make release-check: zonder netwerk installeren
# make content    schrijf de bladzijden van docs/ die uit het programma komen, en de man-pagina
# make docs       bouw de documentatie als site, in site/index.html

MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := start
.PHONY: start test check lint format lock content docs wheel release release-check clean bench teeth fuzz faults \
	coverage mutants
.DELETE_ON_ERROR:

# Shows what a talkative tool says only when it finds something.
silent = said=$$($(1) 2>&1) || { echo "$$said"; exit 1; }

BIN := .venv/bin
# Wheels only: installing then runs nobody's script. -qq: silent unless it fails.
PIP := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check --only-binary :all:
LOCKED := $(PIP) --require-hashes
EDITABLE := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check \
	--no-index --no-deps --no-build-isolation --editable .
INSTALL_FAILED := { echo 'Installeren is niet gelukt; hierboven staat waarom. Is er een internetverbinding?' >&2; exit 1; }
# What an editable install is made of; the code itself is read in place.
PROJECT := pyproject.toml hatch_build.py src/meldcode/__init__.py

# A python qualifies when it is new enough and can make a virtual environment (Debian packs that part apart).
SUITABLE := import sys, venv, ensurepip; ensurepip.version(); sys.exit(sys.version_info < (3, 11))
CANDIDATES = $(or $(PYTHON),python3.11 python3.12 python3.13 python3)
FOUND = $(shell for p in $(CANDIDATES); do "$$p" -c '$(SUITABLE)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
MISSING = $(error Python 3.11 of nieuwer met venv ontbreekt. Installeer het pakket python3-venv (sudo apt install python3-venv))

# Stopping with Ctrl-C (130) is a normal ending, not an error of make.
start: .venv/run.stamp
	@$(BIN)/meldcode start $(ARGS) || { code=$$?; [ $$code -eq 130 ] || exit $$code; }

# Four workers on two cores: the tests in a terminal wait more than they work.
test: .venv/dev.stamp
	@$(BIN)/pytest --color=no --no-header -n 4 --dist loadgroup $(ARGS)

check: lint test

lint: .venv/dev.stamp
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-color-output --no-error-summary
	@$(call silent,$(BIN)/lint-imports --no-cache)
	@$(call silent,$(BIN)/deptry --no-ansi src)

format: .venv/dev.stamp
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

# One resolution for every platform and Python. Later files follow the earlier ones, so a package has one version in all.
UV = $(or $(wildcard $(BIN)/uv),$(shell command -v uv),$(error uv ontbreekt. Installeer het met: $(BIN)/pip install uv))
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header $(ARGS)
lock:
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) --group build -c requirements/run.txt -o requirements/build.txt
	@$(COMPILE) pyproject.toml --extra docx --extra pdf -c requirements/run.txt -c requirements/build.txt -o requirements/extras.txt
	@$(COMPILE) pyproject.toml --group dev -c requirements/run.txt -c requirements/build.txt -c requirements/extras.txt \
		-o requirements/dev.txt
	@$(COMPILE) bench/requirements.in -c requirements/run.txt -c requirements/build.txt -o bench/requirements.txt
	@$(COMPILE) --group mutants -c requirements/dev.txt -o requirements/mutants.txt

content: .venv/dev.stamp
	@$(BIN)/python tools/content_page.py
	@$(BIN)/python tools/overlay_reference.py
	@$(BIN)/python tools/command_reference.py
	@$(BIN)/python tools/reference_pages.py

# A warning, so also a link that leads nowhere, stops it; nothing of an earlier site is kept.
docs: .venv/dev.stamp
	@rm -rf site
	@$(BIN)/python -m sphinx --nitpicky --fail-on-warning -q -E -c tools/site -d site/.cache docs site
	@rm -rf site/.cache

wheel: .venv/dev.stamp
	@$(BIN)/python -m hatchling build -t wheel

release: .venv/dev.stamp
	@$(BIN)/python tools/release.py $(ARGS)

release-check:
	@python3 tools/prove_bundle.py $(ARGS)

# The wheel goes into an environment of its own, beside the programs that it is compared with.
bench: .bench-venv/made.stamp wheel
	@.bench-venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --no-index --no-deps --force-reinstall dist/meldcode-*.whl
	@.bench-venv/bin/python -m bench.speed $(ARGS)
	@.bench-venv/bin/python bench/vault.py

.bench-venv/made.stamp: requirements/run.txt requirements/build.txt bench/requirements.txt | .venv/dev.stamp
	@$(BIN)/python -m venv --clear .bench-venv
	@.bench-venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --only-binary :all: --require-hashes \
		-r requirements/run.txt -r requirements/build.txt -r bench/requirements.txt || $(INSTALL_FAILED)
	@touch $@

faults: .venv/dev.stamp
	@$(BIN)/python -m tests.faults $(ARGS)

fuzz: .venv/dev.stamp
	@$(BIN)/python -m tests.fuzz $(ARGS)

teeth: .venv/dev.stamp
	@$(BIN)/python -m tests.prove.teeth $(ARGS)

# The table is shown too where a test fails; then the end is that of the tests.
coverage: .venv/dev.stamp
	@$(BIN)/coverage erase
	@code=0; $(BIN)/coverage run -m pytest --color=no --no-header -q -n 2 --dist loadgroup -m "not unmeasured" $(ARGS) || code=$$?; \
		$(BIN)/coverage combine -q && $(BIN)/coverage json -q -i -o - | $(BIN)/python tools/coverage_table.py && exit $$code

# mutmut works on a copy, in mutants/; what it found before it does not try again.
mutants: .mutants-venv/made.stamp
	@.mutants-venv/bin/mutmut run --max-children 1 $(ARGS)
	@.mutants-venv/bin/mutmut results

.mutants-venv/made.stamp: requirements/dev.txt requirements/mutants.txt | .venv/dev.stamp
	@$(BIN)/python -m venv --clear .mutants-venv
	@.mutants-venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --only-binary :all: --require-hashes \
		-r requirements/dev.txt -r requirements/mutants.txt || $(INSTALL_FAILED)
	@touch $@

clean:
	@rm -rf .venv .bench-venv .mutants-venv dist mutants site .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.*
	@find src tests -name __pycache__ -prune -exec rm -rf {} +

.venv/made.stamp:
	@$(if $(FOUND),,$(MISSING))echo 'Installeren in .venv (eenmalig) …' >&2
	@"$(FOUND)" -m venv --clear .venv
	@touch $@

.venv/run.stamp: requirements/run.txt requirements/build.txt $(PROJECT) | .venv/made.stamp
	@$(LOCKED) -r requirements/run.txt -r requirements/build.txt || $(INSTALL_FAILED)
	@$(EDITABLE) || $(INSTALL_FAILED)
	@touch $@

.venv/dev.stamp: requirements/dev.txt $(PROJECT) | .venv/made.stamp
	@$(LOCKED) -r requirements/dev.txt || $(INSTALL_FAILED)
	@$(EDITABLE) || $(INSTALL_FAILED)
	@touch $@ .venv/run.stamp
