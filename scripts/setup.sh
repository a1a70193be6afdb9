#!/usr/bin/env bash
# Installs what is missing to build (`setup.sh run`) or to test (`setup.sh test`). Does nothing where all is there.
set -euo pipefail
cd "$(dirname "$0")/.."
for_what=${1:-run}

say() { printf '%s\n' "$*" >&2; }
stop() { say "$1"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif have sudo; then sudo "$@"
    else stop "Please run as root, or install sudo: this is needed once for: $*"
    fi
}

updated=""
debian() {
    have apt-get || stop "Please install these with your system's own packages, then try again: $*"
    say "Installing $* …"
    if [ -z "$updated" ]; then as_root apt-get update -q >/dev/null; updated=yes; fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

have cc || debian build-essential

if ! have cargo && [ -x "$HOME/.cargo/bin/cargo" ]; then PATH="$HOME/.cargo/bin:$PATH"; fi
if ! have cargo; then
    have rustup || debian rustup || stop "Please install Rust 1.95 or later with rustup, then try again."
    rustup toolchain install stable --profile default
fi
rust=$(rustc --version | cut -d' ' -f2)
oldest=$(printf '%s\n1.95.0\n' "$rust" | sort -V | head -n 1)
if [ "$oldest" != 1.95.0 ]; then
    have rustup || stop "Rust $rust is too old: 1.95 or later is needed."
    say "Rust $rust is too old, bringing it up to date …"
    rustup toolchain install stable --profile default
fi

have node && have npm || debian nodejs npm
node_major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
[ "$node_major" -ge 20 ] || stop "Node $(node --version) is too old: version 20 or later is needed."

[ "$for_what" = test ] || exit 0

cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || debian postgresql
have chromium || have chromium-browser || have google-chrome || debian chromium
