#!/usr/bin/env bash
# Makes a migration of one module for both databases: ./add-migration.sh Registry AddAliases
# Without a name: lists the modules whose model has pending changes. `script` as the module: prints the idempotent SQL Server script of all modules.
set -euo pipefail
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
api=backend/Education.Api
configuration=${EDUCATION_CONFIGURATION:-Release}
ef() { local verb=("$1" "$2"); shift 2; dotnet ef "${verb[@]}" --startup-project "$api" --configuration "$configuration" --no-build "$@"; }
contexts() { grep -rhoE 'class [A-Za-z]+DbContext\(' backend --include=*.cs | sed -E 's/class ([A-Za-z]+)DbContext\(/\1/' | grep -v '^Module$' | sort; }
dotnet build "$api" -c "$configuration" -v q -nologo -clp:ErrorsOnly >&2
if [ "${1:-}" = script ]; then
  scripts=$(mktemp -d)
  trap 'rm -rf "$scripts"' EXIT
  for module in Platform $(contexts | grep -v '^Platform$'); do
    ef migrations script --idempotent --context "${module}DbContext" --project backend/Persistence/Education.Persistence.SqlServer \
      -o "$scripts/$module.sql" -- --Database:Provider=SqlServer "--Database:ConnectionString=Server=localhost;Database=Education" >/dev/null
    # The mark of byte order that each file begins with is no SQL in the middle of one script.
    sed $'1s/^\xEF\xBB\xBF//' "$scripts/$module.sql"
  done
elif [ $# -lt 2 ]; then
  for module in $(contexts); do
    for provider in Sqlite SqlServer; do
      ef migrations has-pending-model-changes --context "${module}DbContext" --project "backend/Persistence/Education.Persistence.$provider" \
        -- "--Database:Provider=$provider" >/dev/null || echo "$module: pending changes on $provider"
    done
  done
else
  for provider in Sqlite SqlServer; do
    ef migrations add "$2" --context "$1DbContext" --project "backend/Persistence/Education.Persistence.$provider" -o "Migrations/$1" \
      -- "--Database:Provider=$provider" "--Database:ConnectionString=Data Source=/tmp/education-design.db"
  done
fi
