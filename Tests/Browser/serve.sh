# For scripts/browser-test and scripts/pictures: a Chromium, the project's Python, and servers that end with the script.
# Sourced from the repository's root, under `set -euo pipefail`.

chromium=$(command -v chromium || command -v chromium-browser || true)
python=.build/venv/bin/python
export BIHUAN_CHROMIUM=$chromium BIHUAN_RESOURCES=$PWD/Resources PYTHONDONTWRITEBYTECODE=1

need_python() {
  "$python" -c 'import playwright, axe_playwright_python, openpyxl, PIL' 2>/dev/null && return
  [ -x "$python" ] || python3 -m venv .build/venv
  .build/venv/bin/pip install --quiet 'playwright>=1.50,<2' 'axe-playwright-python>=0.1.4,<1' 'openpyxl>=3.1,<4' \
    'pillow>=11,<13'
}

folder=$(mktemp -d)
servers=()
stop() {
  local server
  for server in ${servers[@]+"${servers[@]}"}; do
    kill -TERM "$server" 2>/dev/null && wait "$server" || true
  done
  rm -rf "$folder"
}
trap stop EXIT

binary=""
# serve NAME [OPTION…]: starts a server on a data folder of its own; $address is where it answers.
serve() {
  local name=$1 log=$folder/$1.log
  shift
  [ -n "$binary" ] || binary=${BIHUAN_BIN:-$(swift build --explicit-target-dependency-import-check error --show-bin-path)/bihuan}
  "$binary" serve --data "$folder/$name" --port 0 "$@" >"$log" 2>&1 &
  servers+=($!)
  for _ in $(seq 240); do
    address=$(grep -oE '^http://[^ ]+' "$log" | tail -n 1 || true)
    [ -n "$address" ] && return
    kill -0 "${servers[-1]}" 2>/dev/null || break
    sleep 0.5
  done
  cat "$log"
  exit 1
}
