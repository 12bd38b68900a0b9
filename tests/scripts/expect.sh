# What the tests of the checking scripts share; sourced, not run. $tree is an empty folder that
# disappears at exit.

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0

# Writes a file of the tree from standard input.
plant() {
  mkdir -p "$tree/$(dirname "$1")"
  cat >"$tree/$1"
}

# check_accepts WHAT CHECK: the check passes on the tree.
check_accepts() {
  local output
  if ! output=$("$2" "$tree" 2>&1); then
    printf 'refused, though %s:\n%s\n' "$1" "$output"
    failures=1
  fi
}

# check_refuses MESSAGE CHECK: the check fails on the tree and says MESSAGE. The tree is empty afterwards.
check_refuses() {
  local output status=0
  output=$("$2" "$tree" 2>&1) || status=$?
  if ((status != 1)) || [[ $output != *"$1"* ]]; then
    printf 'wanted status 1 and "%s", got %s and:\n%s\n' "$1" "$status" "$output"
    failures=1
  fi
  rm -rf "${tree:?}"/*
}
