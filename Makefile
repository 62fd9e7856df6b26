# What there is to run. `make run` needs git, make and Python 3.11 or newer; the rest makes what it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin
# What a server sets, for the checks that ask whether it could be one.
SERVER := HTTPS=1 SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
	ALLOWED_HOSTS=foi.example.org SITE_URL=https://foi.example.org DEBUG= EMAIL_URL=
TEMPLATES = $$(find templates requests_app -name '*.html')

.PHONY: run setup check test bench shots lock

run:
	@$(PYTHON) bootstrap.py run

setup:
	@$(PYTHON) bootstrap.py dev

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	$(BIN)/djhtml --check --tabwidth 4 $(TEMPLATES)
	$(BIN)/python manage.py state_diagram --check
	$(SERVER) $(BIN)/python manage.py makemigrations --check --dry-run
	$(SERVER) $(BIN)/python manage.py check --deploy --fail-level WARNING

# make test ARGS="-k clock" hands its words to pytest.
test: setup
	@$(BIN)/python -m tests.run $(ARGS)

bench: setup
	$(BIN)/python benchmarks/run.py $(ARGS)

shots: setup
	$(BIN)/python -m tests.browser.shots

lock: setup
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--group dev pyproject.toml -o requirements-dev.lock
