# The Debian packages Pressmark needs, and installing those that are missing; sourced, not run.

readonly build_packages=(
  g++ cmake ninja-build pkg-config ccache git ca-certificates
  libxapian-dev libtinyxml2-dev libgumbo-dev libutf8proc-dev libstemmer-dev
  libsqlite3-dev libdeflate-dev zlib1g-dev libmd-dev libmicrohttpd-dev
  libcurl4-openssl-dev libmd4c-dev libtomlplusplus-dev libyaml-cpp-dev
  libcli11-dev nlohmann-json3-dev libexpected-dev
)
readonly test_packages=(libboost-test-dev libcpp-httplib-dev)
readonly check_packages=(clang-format-19 universal-ctags)  # of scripts/check

# Prints the packages that tests/clients needs, one a line. Debian's node only where there is none:
# its npm does not stand beside a newer node from elsewhere.
client_test_packages() {
  printf 'chromium\n'
  command -v node >/dev/null || printf 'nodejs\n'
  command -v npm >/dev/null || printf 'npm\n'
}

step() { printf '== %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Prints those of the named packages that are not installed, one a line.
missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed* ]] ||
      printf '%s\n' "$package"
  done
}

# Runs a command whose output matters only if it fails.
quietly() {
  local output
  output=$("$@" 2>&1) || { printf '%s\n' "$output" >&2; fail "this failed: $*"; }
}

apt_get() {
  local as_root=()
  ((EUID == 0)) || as_root=(sudo)
  quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

# Installs those of the named packages that are missing; touches nothing if none is.
install_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    step "Not a Debian system: taking it that these, or their likes, are installed: $*"
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    step 'Packages: all installed'
    return
  fi
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    fail "packages are missing, and there is no sudo; as root, run: apt-get install ${missing[*]}"
  fi
  step "Packages: installing ${missing[*]}"
  apt_get update -qq
  apt_get install -y -qq --no-install-recommends "${missing[@]}"
}
