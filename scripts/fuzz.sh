#!/usr/bin/env bash
# Runs every fuzz target for some minutes each. The same code runs as property tests in `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d "$HOME/.cargo/bin" ] && PATH="$HOME/.cargo/bin:$PATH"
minutes=${1:-1}
cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --locked
# Sanitizers are a nightly's. Where there is none, the compiler at hand is told to be one for this build only: nothing
# has to be fetched, and what is fuzzed is what the same compiler ships.
toolchain=()
if rustc +nightly --version >/dev/null 2>&1; then
    toolchain=(+nightly)
else
    export RUSTC_BOOTSTRAP=1
fi
for target in $(cd fuzz && cargo "${toolchain[@]}" fuzz list); do
    echo "== $target, $minutes minute(s)"
    (cd fuzz && cargo "${toolchain[@]}" fuzz run "$target" -- -max_total_time=$((minutes * 60)) -rss_limit_mb=2048)
done
