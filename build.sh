#!/usr/bin/env bash
# Restores and builds everything: packages of both kinds, the web application, the solution. Quick the second time. Used by run.sh and test.sh.
# EDUCATION_CONFIGURATION=Debug|Release (default Release).
set -euo pipefail
cd "$(dirname "$0")"
configuration=${EDUCATION_CONFIGURATION:-Release}
say() { printf '%s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null || { say "Missing: $2"; exit 1; }; }
need dotnet ".NET SDK 10 (https://dot.net)"
need npm "Node.js 20 or newer with npm"
dotnet --list-sdks | grep -q '^1[0-9]\.' || { say "Missing: .NET SDK 10 (https://dot.net); here is $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')"; exit 1; }
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { say "Missing: Node.js 20 or newer; here is $(node -v)"; exit 1; }

# A package feed may lack six ids that nothing here calls on SQLite; then, and only then, they are pruned (README, "Restricted feed").
restore() { dotnet restore Education.sln -v q -nologo "$@"; }
if [ -z "${RestrictedFeed:-}" ]; then
  if ! log=$(restore 2>&1); then
    if grep -qE 'Microsoft\.SqlServer\.Server|Microsoft\.Identity\.Client\.Broker|Mono\.TextTemplating|SolutionPersistence' <<<"$log"; then
      say "The package feed lacks packages that only SQL Server needs: building without them (SQLite works in full)."
      export RestrictedFeed=true
      restore >&2
    else
      say "$log"; exit 1
    fi
  fi
else
  restore >&2
fi
mkdir -p .run; echo "export RestrictedFeed=${RestrictedFeed:-}" > .run/feed

stamp() { find "$@" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 | sort -z | xargs -0 cksum | cksum; }
if [ "$(cat frontend/node_modules/.stamp 2>/dev/null)" != "$(stamp frontend/package-lock.json)" ]; then
  (cd frontend && npm ci --no-audit --no-fund --loglevel=error >&2) && stamp frontend/package-lock.json > frontend/node_modules/.stamp
fi
if [ "$(cat frontend/dist/.stamp 2>/dev/null)" != "$(stamp frontend)" ]; then
  (cd frontend && npm run --silent build >&2) && stamp frontend > frontend/dist/.stamp
fi
dotnet build "${EDUCATION_BUILD:-Education.sln}" -c "$configuration" --no-restore -v q -nologo -clp:ErrorsOnly -nodeReuse:false >&2
