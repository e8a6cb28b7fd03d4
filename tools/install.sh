# Sourced by ./run and ./check: a virtual environment beside them, with the versions of uv.lock. Never touches the
# system's own Python packages, so a Python that refuses bare `pip install` (Debian's own) is no obstacle.
UV_VERSION=0.13.9

install_curbside() {
    root=$1
    shift
    stamp="$root/.venv/.curbside-$(cksum <"$root/uv.lock" | tr ' ' '-')-${1:-dev}"
    # The environment with development tools serves for running, too.
    [ -e "$stamp" ] || [ -e "${stamp%--no-dev}dev" ] && return 0
    python=${PYTHON:-python3}
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "curbside: $python is not Python 3.11 or newer; install it, or name one: PYTHON=python3.11 $0" >&2
        exit 2
    fi
    if [ ! -x "$root/.uv/bin/uv" ]; then
        if ! "$python" -m venv "$root/.uv" >/dev/null 2>&1; then
            rm -rf "$root/.uv"
            echo "curbside: $python cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2
            exit 2
        fi
        "$root/.uv/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION" >&2
    fi
    UV_PYTHON_DOWNLOADS=never "$root/.uv/bin/uv" sync --project "$root" --python "$python" --frozen --compile-bytecode --quiet "$@" >&2
    # Compiled now, whatever PYTHONDONTWRITEBYTECODE says later: a question then starts in half the time.
    "$root/.venv/bin/python" -m compileall -q "$root/src" || true
    : >"$stamp"
}
