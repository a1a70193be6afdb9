#!/usr/bin/env bash
# Prints the address of a PostgreSQL that tests may fill: the one in TESSERA_TEST_POSTGRES, else one that answers on
# this machine without a password, else one of our own below target/, started here. `postgres.sh stop` ends that one.
set -euo pipefail
cd "$(dirname "$0")/.."
place="${CARGO_TARGET_DIR:-$PWD/target}/postgres"
port=54329

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -z "$bin" ] || PATH="$bin:$PATH"

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "PATH='$PATH'; $*"; else bash -c "$*"; fi
}

if [ "${1:-}" = stop ]; then
    if [ -f "$place/data/postmaster.pid" ]; then as_server "pg_ctl -D '$place/data' -m fast -w stop" >/dev/null; fi
    exit 0
fi

answers() { psql "$1/postgres" -tAc 'SELECT 1' >/dev/null 2>&1; }

for url in "${TESSERA_TEST_POSTGRES:-}" postgres://postgres@127.0.0.1:5432 "postgres://postgres@127.0.0.1:$port"; do
    if [ -n "$url" ] && answers "$url"; then echo "$url"; exit 0; fi
done

if [ ! -f "$place/data/PG_VERSION" ]; then
    rm -rf "$place"
    mkdir -p "$place"
    if [ "$(id -u)" = 0 ]; then
        # The server's own user must be able to get there.
        place=$(mktemp -d /tmp/tessera-postgres.XXXXXX)
        chown postgres "$place"
        mkdir -p "${CARGO_TARGET_DIR:-$PWD/target}"
        rm -rf "${CARGO_TARGET_DIR:-$PWD/target}/postgres"
        ln -sfn "$place" "${CARGO_TARGET_DIR:-$PWD/target}/postgres"
    fi
    as_server "initdb -D '$place/data' -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync" >/dev/null
fi
options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200"
as_server "pg_ctl -D '$place/data' -l '$place/log' -o '$options' -w start" >/dev/null ||
    { echo "PostgreSQL did not start; see $place/log" >&2; exit 1; }
echo "postgres://postgres@127.0.0.1:$port"
