#!/usr/bin/env bash
# Runs every fuzz target for some minutes each. The same code runs as property tests in `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-1}
cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --locked
rustup toolchain list | grep -q nightly || rustup toolchain install nightly --profile minimal
for target in $(cd fuzz && cargo +nightly fuzz list); do
    echo "== $target, $minutes minute(s)"
    (cd fuzz && cargo +nightly fuzz run "$target" -- -max_total_time=$((minutes * 60)) -rss_limit_mb=2048)
done
