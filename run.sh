#!/usr/bin/env bash
# Builds everything, creates the SQLite database, loads the demo department and serves the web application, the API and Swagger.
# EDUCATION_PORT (5080), EDUCATION_DATA (./data) change address and place of the database.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
port=${EDUCATION_PORT:-5080}
data=${EDUCATION_DATA:-$here/data}
EDUCATION_BUILD=backend/Education.Api/Education.Api.csproj "$here/build.sh"
mkdir -p "$data"
api=("$here/backend/Education.Api/bin/${EDUCATION_CONFIGURATION:-Release}/net10.0/Education.Api")
settings=("--Database:ConnectionString=Data Source=$data/education.db" "--Logging:LogLevel:Default=Warning")
"${api[@]}" seed-demo "${settings[@]}"
echo "Education: http://localhost:$port   (Swagger: http://localhost:$port/swagger)"
exec "${api[@]}" serve "${settings[@]}" "--Spa:Folder=$here/frontend/dist" --Preschool:Clock=false "--urls=http://localhost:$port"
