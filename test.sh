#!/usr/bin/env bash
# Every check there is, the same here and in CI. The last line reads "N passed, N failed".
#   ./test.sh                      everything
#   ./test.sh unit|slices|browser  one part
#   ./test.sh gallery              the screenshots of every page
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

part=${1:-all}
case $part in
  all | unit | slices | browser | gallery) ;;
  *) echo "Usage: ./test.sh [unit|slices|browser|gallery]" >&2; exit 2 ;;
esac

results=artifacts/tests
not_clean=()
postgres_dir=
scratch=$(mktemp -d /tmp/talenthub-test.XXXXXX)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

runs() { [ "$part" = all ] || [[ " $* " == *" $part "* ]]; }

# --- What the machine must have -----------------------------------------------------------------------------------

# Without a window it takes a third less of the processor than the whole browser; that one will do where it cannot be had. The
# program itself comes before Debian's script around it, which would be the process that a test ends in the browser's stead.
find_chromium() { command -v /usr/lib/chromium/chromium-headless-shell || command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }
postgres_bin() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1; }

missing_packages() {
  if runs slices && [ -z "$(postgres_bin)" ]; then echo postgresql; fi
  if runs slices browser gallery && ! find_chromium >/dev/null; then echo chromium-headless-shell; fi
  if runs slices browser && ! command -v pdftotext >/dev/null; then echo poppler-utils; fi
  # The mail server the tests send to, and the calendar they read with.
  if runs slices && ! /usr/bin/python3 -c "import aiosmtpd, icalendar" 2>/dev/null; then echo python3-aiosmtpd python3-icalendar; fi
}

install_missing() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages | tr ' ' '\n')
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  if ! command -v apt-get >/dev/null || { [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null; }; then
    echo "Please install these packages, then run this again: ${packages[*]}" >&2
    exit 1
  fi
  echo "Installing ${packages[*]}..."
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null
}

# --- A PostgreSQL of our own, for this run alone ------------------------------------------------------------------

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd "$postgres_dir" && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 30000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

start_postgres() {
  local bin port
  bin=$(postgres_bin)
  port=$(free_port)
  postgres_dir=$(mktemp -d /tmp/talenthub-postgres.XXXXXX)
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$postgres_dir"; fi
  as_postgres "$bin/initdb" -D "$postgres_dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  as_postgres "$bin/pg_ctl" -D "$postgres_dir/data" -l "$postgres_dir/log" -w start >/dev/null -o \
    "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_dir -c max_connections=200 \
     -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  export TALENTHUB_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_dir" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_dir/data" -m immediate stop >/dev/null 2>&1 ||
    echo "PostgreSQL in $postgres_dir was not running any more." >&2
  rm -rf "$postgres_dir"
}
clean_up() {
  stop_postgres
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# --- The steps ----------------------------------------------------------------------------------------------------

step() {
  local heading=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$heading"
  # Errexit stays in force inside the step, which `if "$@"` would switch off.
  set +e
  (set -e; "$@")
  local outcome=$?
  set -e
  [ $outcome -eq 0 ] || not_clean+=("$heading")
  printf -- '-- %s: %d s\n' "$([ $outcome -eq 0 ] && echo done || echo FAILED)" $((SECONDS - began))
  return 0
}

# Style is checked by the build (see .editorconfig).
check_format() { dotnet format whitespace . --folder --verify-no-changes --include src/ seed/ tests/ --exclude src/TalentHub.Data/Migrations/; }

build() { dotnet build TalentHub.sln --no-restore -c Release -warnaserror -v q -nologo; }

run_tests() {
  local project=$1 filter=${2:-Category!=Gallery}
  # Counting how often each line runs, to compile it better later, costs a run of a few minutes a sixth of its processor time.
  TMPDIR=$scratch DOTNET_TieredPGO=0 dotnet test "tests/$project" --no-build -c Release --nologo -v q --filter "$filter" \
    --results-directory "$results" --logger "trx;LogFilePrefix=$project" --logger "console;verbosity=minimal"
}

sum() { { grep -rhoE "<Counters [^>]*" "$results" || true; } | sed -E "s/.* $1=\"([0-9]+)\".*/\1/" | awk '{ n += $1 } END { print n + 0 }'; }

close() {
  local failed
  failed=$(sum failed)
  printf '\n'
  if [ ${#not_clean[@]} -gt 0 ]; then
    printf 'Failed: %s\n' "${not_clean[@]}"
  fi
  echo "$(sum passed) passed, $failed failed"
  [ ${#not_clean[@]} -eq 0 ] && [ "$failed" -eq 0 ]
}

rm -rf "$results"
mkdir -p "$results"
install_missing
if runs slices browser gallery; then
  TALENTHUB_CHROMIUM=$(find_chromium)
  export TALENTHUB_CHROMIUM
fi

dotnet restore TalentHub.sln -v q -nologo
if [ "$part" = all ]; then step "Format" check_format; fi
step "Build" build
if [[ " ${not_clean[*]} " == *" Build "* ]]; then close; fi

if runs unit; then step "Unit tests" run_tests TalentHub.UnitTests; fi
if runs slices; then
  start_postgres
  step "Slice tests on SQLite" run_tests TalentHub.SliceTests
  # What touches no database, or starts a server of its own, has run already.
  export TALENTHUB_TEST_ENGINE=postgres
  step "Slice tests on PostgreSQL" run_tests TalentHub.SliceTests "Category!=Gallery&Category!=AnyEngine"
  unset TALENTHUB_TEST_ENGINE
fi
if runs browser; then step "Browser tests" run_tests TalentHub.BrowserTests; fi
if [ "$part" = gallery ]; then step "Gallery" run_tests TalentHub.BrowserTests Category=Gallery; fi
close
