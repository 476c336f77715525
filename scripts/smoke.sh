#!/usr/bin/env bash
# The packaged program as a user meets it: a made-up office in a folder of its own, through the commands alone.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
export NENTANG_DATA=$FOLDER/data

expect() {
  local wanted=$1
  shift
  local given=0
  "$@" >"$FOLDER/out" 2>"$FOLDER/err" || given=$?
  if [ "$given" != "$wanted" ]; then
    echo "exit $given instead of $wanted: $*" >&2
    tail -n 20 "$FOLDER/out" "$FOLDER/err" >&2
    exit 1
  fi
  echo "  $* → $given" | sed "s#$ROOT/##g; s#$FOLDER#DIR#g"
}

nentang=$ROOT/nentang
expect 0 "$nentang" rule show probation.length --on 2025-03-01 --json
grep -q '"value" : 12' "$FOLDER/out"
expect 3 "$nentang" rule show probation.length --on 1900-01-01
expect 2 "$nentang" no-such-command
expect 0 "$nentang" generate --members 60 --seed 7 --out "$FOLDER/made.ndjson.gz"
expect 0 "$nentang" ledger import "$FOLDER/made.ndjson.gz"
expect 0 "$nentang" ledger verify --json
expect 0 "$nentang" org tree --on 2025-12-31 --json
expect 0 "$nentang" roster --on 2025-12-31 --json
expect 0 "$nentang" review report --year 2025 --json
expect 0 "$nentang" ledger rebuild
