#!/usr/bin/env bash
# ./build.sh [target] [options]: see the targets with ./build.sh help
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet > /dev/null; then
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
target=${1:-help}
[ $# -gt 0 ] && shift
dotnet tool restore > /dev/null
exec dotnet cake build.cake --target="$target" "$@"
