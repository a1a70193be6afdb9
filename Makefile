# What a person types. Each of these installs what it needs.
.PHONY: help run test test-all lint fmt bench fuzz clean

help:
	@echo "make run       build everything and start the server on http://localhost:8080"
	@echo "make test      everything that must hold, on SQLite and PostgreSQL, in the browser too"
	@echo "make test-all  the same and what takes long: licences, known holes, a release build"
	@echo "make lint      form and lints only"
	@echo "make bench     the benchmarks"
	@echo "make fuzz      the fuzz targets, one minute each (MINUTES=5 for more)"

run:
	@scripts/setup.sh run
	@PATH="$$HOME/.cargo/bin:$$PATH" cargo build --release -p tessera --locked
	@exec "$${CARGO_TARGET_DIR:-target}/release/tessera" serve

test:
	@scripts/test.sh

test-all:
	@scripts/test.sh --all

lint:
	@scripts/setup.sh test
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

fmt:
	cargo fmt --all

bench:
	@scripts/setup.sh test
	@bench/run

MINUTES ?= 1
fuzz:
	@scripts/fuzz.sh $(MINUTES)

clean:
	cargo clean
	rm -rf frontend/dist frontend/node_modules e2e/node_modules
