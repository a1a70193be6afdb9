#!/usr/bin/env bash
# Everything that must hold: form, lints, tests on SQLite and PostgreSQL, examples in the documentation, browser
# journeys. `test.sh --all` adds what takes long.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x "$HOME/.cargo/bin/cargo" ] && PATH="$HOME/.cargo/bin:$PATH"

step() { printf '\n== %s (%s s so far)\n' "$1" "$SECONDS"; }

step "what is missing"
scripts/setup.sh test
started=no
if [ -z "${TESSERA_TEST_POSTGRES:-}" ] && ! psql postgres://postgres@127.0.0.1:5432/postgres -tAc 'SELECT 1' >/dev/null 2>&1; then
    started=yes
fi
TESSERA_TEST_POSTGRES=$(scripts/postgres.sh)
export TESSERA_TEST_POSTGRES
end() { if [ "$started" = yes ]; then scripts/postgres.sh stop || true; fi; }
trap end EXIT

step "form"
cargo fmt --all --check

step "lints"
cargo clippy --workspace --all-targets --locked -- -D warnings

step "tests"
if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --workspace --locked
else
    cargo test --workspace --locked --lib --bins --tests
fi

step "examples in the documentation"
cargo test --workspace --locked --doc

if [ -f e2e/package.json ]; then
    step "browser journeys"
    cargo build -p tessera --locked
    (cd e2e && { npm ls >/dev/null 2>&1 || npm ci --no-audit --no-fund --silent; } && npm test)
    step "the way that people go first, on PostgreSQL"
    (cd e2e && E2E_POSTGRES=$TESSERA_TEST_POSTGRES npx --no-install playwright test ground-floor)
fi

if [ "${1:-}" = --all ]; then
    step "the front end's types"
    (cd frontend && npm run check)
    step "licences, bans and sources of every dependency"
    cargo deny --version >/dev/null 2>&1 || cargo install cargo-deny --locked
    for workspace in . fuzz bench/recurrence; do
        cargo deny --manifest-path "$workspace/Cargo.toml" --config deny.toml --locked check licenses bans sources
    done
    step "advisories"
    # Their list is fetched anew. Without a network that is said again at the end, so that nobody takes it for looked at.
    if fetched=$(cargo deny fetch db 2>&1); then
        for workspace in . fuzz bench/recurrence; do
            cargo deny --manifest-path "$workspace/Cargo.toml" --config deny.toml --locked check --disable-fetch advisories
        done
    else
        printf '%s\n' "$fetched" >&2
        not_checked="KNOWN HOLES IN DEPENDENCIES WERE NOT LOOKED FOR: their list could not be fetched (see \"advisories\" above)"
    fi
    step "a release build"
    cargo build --release -p tessera --locked
fi

if [ -n "${not_checked:-}" ]; then
    printf '\n!! %s\n' "$not_checked" >&2
    step "all that was looked at is well"
else
    step "all is well"
fi
