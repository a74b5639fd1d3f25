#!/usr/bin/env bash
# Makes dashboard.png, the dashboard in the middle of a roll-out, with Debian's chromium.
# Usage, from the repository's root: bash samples/Fleet/dashboard.sh
set -euo pipefail
folder=$(mktemp -d)
fleet=
stop() {
  # The workers end with it: their standard input closes.
  [ -z "$fleet" ] || kill "$fleet" 2> /dev/null || true
  rm -rf "$folder"
}
trap stop EXIT

dotnet build samples/Fleet --nologo --verbosity quiet
dotnet samples/Fleet/bin/Debug/net10.0/Fleet.dll --targets 1000 --workers 3 --kills 1 --latency 1000 > "$folder/log" &
fleet=$!
until grep -q 'kill -9' "$folder/log"; do
  kill -0 "$fleet"
  sleep 0.2
done

address=$(sed -n 's/.*the dashboard is on //p' "$folder/log")
# Without its sandbox, which root cannot have: it sees this one page of our own.
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$folder/chromium" --window-size=1280,800 \
  --virtual-time-budget=5000 --screenshot="$PWD/samples/Fleet/dashboard.png" "$address${1:-/jobs/processing}" 2> /dev/null
