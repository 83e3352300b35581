#!/usr/bin/env bash
# Writes docs/api/openapi.json and docs/api/errors.md anew from the product. The tests compare both with what the product says.
set -euo pipefail
cd "$(dirname "$0")/../.."
configuration=${EDUCATION_CONFIGURATION:-Debug}
dotnet build tests/Education.Api.Tests -c "$configuration" -v q -nologo -clp:ErrorsOnly -nodeReuse:false >&2
dotnet run --project backend/Education.Api -c "$configuration" --no-build -- openapi --Logging:Console:LogLevel:Default=None > docs/api/openapi.json.new
mv docs/api/openapi.json.new docs/api/openapi.json
UPDATE_DOCS=1 dotnet test tests/Education.Api.Tests -c "$configuration" --no-build -v q -nologo --filter FullyQualifiedName~OpenApiTests >&2
