# Sets PYTHON to an interpreter that is new enough; read by ./run and ./test from the root of the tree.
export PYTHONUTF8=1 PYTHONUNBUFFERED=1
PYTHON_FITS='import sys; sys.exit(sys.version_info < (3, 11))'
find_python() {
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c "$PYTHON_FITS" >/dev/null 2>&1; then
      PYTHON=$candidate
      return 0
    fi
  done
  return 1
}
if ! find_python; then
  echo "没有找到 Python 3.11 或更新的版本。" >&2
  echo "Debian、Ubuntu：apt-get install python3 python3-venv；其他系统见 Python 官方安装说明。" >&2
  echo "装在别处时：PYTHON=/完整路径/python3 $0" >&2
  exit 1
fi
