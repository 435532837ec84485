#!/usr/bin/env bash
# Builds TalentHub and serves it. On a missing database it creates the demo company.
#   ./run.sh [--data DIR] [--empty] [--urls URL]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app="$root/artifacts/app"

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
  echo "TalentHub needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome || command -v chromium-headless-shell; }

install_chromium() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  command -v apt-get >/dev/null || return 1
  [ ${#as_root[@]} -eq 0 ] || command -v sudo >/dev/null || return 1
  echo "Installing Chromium, which prints the PDF reports..."
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq chromium >/dev/null
}

if ! find_chromium >/dev/null && ! install_chromium; then
  echo "Chromium is missing: everything works but PDF reports. Install the package chromium and start again to have them." >&2
fi

echo "Building..."
dotnet publish "$root/src/TalentHub.Web" -c Release -o "$app" -v q -nologo

data=(--data "$root/data")
for argument in "$@"; do
  case $argument in --data | --data=*) data=() ;; esac
done

# Pages and styles are read from the published folder, whatever folder this was called from.
export ASPNETCORE_CONTENTROOT="$app"
exec dotnet "$app/TalentHub.Web.dll" serve "${data[@]}" "$@"
