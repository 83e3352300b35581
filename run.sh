#!/usr/bin/env bash
# Builds everything, creates the SQLite database, loads the demo department and serves the web application, the API and Swagger.
# EDUCATION_PORT (5080), EDUCATION_DATA (./data) change address and place of the database.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
port=${EDUCATION_PORT:-5080}
data=${EDUCATION_DATA:-$here/data}
# Asked before the build: another server there would only be found after it.
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  echo "Port $port is taken: stop what listens there, or choose another with EDUCATION_PORT=5081 ./run.sh" >&2; exit 1
fi
EDUCATION_BUILD=backend/Education.Api/Education.Api.csproj "$here/build.sh"
mkdir -p "$data"
api=("$here/backend/Education.Api/bin/${EDUCATION_CONFIGURATION:-Release}/net10.0/Education.Api")
settings=("--Database:ConnectionString=Data Source=$data/education.db" "--Logging:LogLevel:Default=Warning")
"${api[@]}" seed-demo "${settings[@]}"
echo "Education: http://localhost:$port   (Swagger: http://localhost:$port/swagger)"
exec "${api[@]}" serve "${settings[@]}" "--Spa:Folder=$here/frontend/dist" "--urls=http://localhost:$port"
