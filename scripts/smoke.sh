#!/usr/bin/env bash
# The packaged program as a user meets it: a made-up office in a folder of its own, through the commands and one page.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
FOLDER=$(mktemp -d)
SERVER=
finish() {
  [ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true
  [ -z "$SERVER" ] || wait "$SERVER" 2>/dev/null || true
  rm -rf "$FOLDER"
}
trap finish EXIT
export NENTANG_DATA=$FOLDER/data
nentang=$ROOT/nentang

fail() {
  echo "$1" >&2
  tail -n 20 "$FOLDER/out" "$FOLDER/err" >&2
  [ ! -f "$ROOT/var/errors.log" ] || tail -n 40 "$ROOT/var/errors.log" >&2
  exit 1
}

expect() {
  local wanted=$1 given=0
  shift
  "$@" >"$FOLDER/out" 2>"$FOLDER/err" || given=$?
  [ "$given" = "$wanted" ] || fail "exit $given instead of $wanted: $*"
  echo "  $* → $given" | sed "s#$ROOT/##g; s#$FOLDER#DIR#g"
}

# The same, and stdout must be one JSON value and nothing else.
expect_json() {
  expect "$@"
  "$JAVA_HOME/bin/java" -cp "$ROOT/app/target/run/lib/*" "$ROOT/scripts/OneJsonValue.java" <"$FOLDER/out" ||
    fail "not one JSON value: ${*:2}"
}

. "$ROOT/scripts/jdk.sh"
find_jdk_25

expect_json 0 "$nentang" rule show probation.length --on 2025-03-01 --json
grep -q '"value" : 12' "$FOLDER/out" || fail "no value"
expect 3 "$nentang" rule show probation.length --on 1900-01-01
expect 2 "$nentang" no-such-command
expect_json 0 "$nentang" rule list --json
expect_json 0 "$nentang" generate --members 60 --seed 7 --out "$FOLDER/made.ndjson.gz" --rosters "$FOLDER/rosters" --json
expect_json 0 "$nentang" import roster "$FOLDER/rosters/tat-ca.xlsx" --check --json
expect_json 0 "$nentang" ledger import "$FOLDER/made.ndjson.gz" --json
expect_json 0 "$nentang" ledger verify --json
expect_json 0 "$nentang" org tree --on 2025-12-31 --json
expect_json 0 "$nentang" roster --on 2025-12-31 --json
expect_json 0 "$nentang" roster --on 2025-12-31 --known-at 2026-01-15T00:00:00Z --json
expect_json 0 "$nentang" review report --year 2025 --json
expect_json 0 "$nentang" review status --year 2025 --json
expect_json 0 "$nentang" import roster "$FOLDER/rosters/tat-ca.xlsx" --check --on 2025-12-31 --json
expect_json 0 "$nentang" ledger rebuild --json
expect_json 0 "$nentang" generate --members 1000 --seed 7 --data "$FOLDER/nation" --json
expect_json 0 "$nentang" ledger verify --data "$FOLDER/nation" --json
expect_json 0 "$nentang" census --data "$FOLDER/nation" --on 2026-10-31 --by standing,sex --json
grep -q '"members" : 1000' "$FOLDER/out" || fail "a nation of 1,000 does not count so many"

"$nentang" run --port 0 >"$FOLDER/out" 2>"$FOLDER/err" &
SERVER=$!
for _ in $(seq 120); do
  address=$(grep -o 'http://[0-9.:]*/' "$FOLDER/out" | head -n 1) || true
  [ -z "$address" ] || break
  sleep 1
done
page=$(curl -fsS "${address}sign-in") || fail "the sign-in page was not served"
grep -q '<form' <<<"$page" || fail "the sign-in page has no form"
echo "  run, GET /sign-in → 200"
[ -f "$ROOT/app/target/run/nentang.aot" ] || fail "the cache of classes for fast starts was not made"
kill "$SERVER"
wait "$SERVER" || [ $? = 143 ] || fail "the server did not end cleanly"
SERVER=
[ ! -f "$NENTANG_DATA/postgresql/postmaster.pid" ] || fail "PostgreSQL outlived the server"
