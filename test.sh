#!/usr/bin/env bash
# Restores, builds and runs every test: .NET suites, web application, browser journeys. The last line is the total over all of them.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
results=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; rm -rf "$results"' EXIT
export EDUCATION_CONFIGURATION=${EDUCATION_CONFIGURATION:-Release} DOTNET_CLI_TELEMETRY_OPTOUT=1
./build.sh || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
. .run/feed
[ -n "$RestrictedFeed" ] || unset RestrictedFeed
failed=0

# Two suites at a time: each waits for its database and its servers much of the time.
suite() {
  if [ "$1" = frontend ]; then
    local sound=0
    cd frontend || return 1
    npm run --silent lint && npm run --silent check:size || sound=1
    npm run --silent test -- --reporter=default --reporter=json --outputFile.json="$results/web.json" && return $sound
  else
    dotnet test "$1" -c "$EDUCATION_CONFIGURATION" --no-build -v q -nologo --logger "trx;LogFileName=$(basename "$1").trx" \
      --results-directory "$results" -- RunConfiguration.TreatNoTestsAsError=true
  fi
}
export -f suite
export results
printf '%s\n' frontend tests/*.Tests | xargs -P 2 -I{} bash -c 'suite {}' || failed=1
if [ -n "${EDUCATION_TEST_SQLSERVER:-}" ]; then
  EDUCATION_TEST_PROVIDER=SqlServer dotnet test tests/Education.Api.Tests -c "$EDUCATION_CONFIGURATION" --no-build -v q -nologo \
    --logger "trx;LogFileName=sqlserver.trx" --results-directory "$results" || failed=1
fi

chromium() {
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -n "$candidate" ] && [ -x "$candidate" ] && { echo "$candidate"; return; }
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core) >&2 && [ -x /usr/bin/chromium ] && { echo /usr/bin/chromium; return; }
  fi
  (cd tests/e2e && npm run --silent ready && npx playwright install chromium) >&2 && echo playwright
}
browser=$(chromium)
if [ -z "$browser" ]; then
  echo "Browser journeys skipped: no Chromium here and none could be installed."
  echo '{"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":1}}' > "$results/e2e.json"
else
  port=$((20000 + RANDOM % 20000))
  api="backend/Education.Api/bin/$EDUCATION_CONFIGURATION/net10.0/Education.Api"
  settings=("--Database:ConnectionString=Data Source=$results/e2e.db" "--Logging:LogLevel:Default=Warning")
  "$api" seed-demo "${settings[@]}" && {
    "$api" serve "${settings[@]}" "--Spa:Folder=$here/frontend/dist" "--urls=http://127.0.0.1:$port" & server=$!
    for _ in $(seq 60); do curl -fs "http://127.0.0.1:$port/health/ready" >/dev/null && break; sleep 0.5; done
  }
  [ "$browser" = playwright ] || export CHROMIUM_PATH=$browser
  (cd frontend && EDUCATION_URL="http://127.0.0.1:$port" PLAYWRIGHT_JSON_OUTPUT_NAME="$results/e2e.json" npm run --silent e2e) || failed=1
  # Without a report the journeys did not run: that is a failure, not silence.
  [ -s "$results/e2e.json" ] || echo '{"stats":{"expected":0,"unexpected":1,"flaky":0,"skipped":0}}' > "$results/e2e.json"
fi

node tests/summary.mjs "$results" || failed=1
exit $failed
