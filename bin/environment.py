"""The tree's own `.venv`: made when absent or broken, filled from a lock with hashes when the lock has changed.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "sanwei-locks.json"
MAIN_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
LEAST = (3, 11)


def works(python: Path = PYTHON) -> bool:
    """Whether the interpreter of the environment starts and is new enough."""
    if not python.exists():
        return False
    asked = f"import sys; sys.exit(sys.version_info < {LEAST})"
    return subprocess.run([python, "-c", asked], capture_output=True, check=False).returncode == 0


def make() -> None:
    """Makes `.venv` anew; without ensurepip (Debian without python3-venv) the pip outside does the installing."""
    has_pip_seed = importlib.util.find_spec("ensurepip") is not None
    if not has_pip_seed and importlib.util.find_spec("pip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        say.stop(
            f"这台机器的 Python {version} 没有 ensurepip，也没有 pip，建不了独立环境。",
            "Debian、Ubuntu 请运行：apt-get install python3-venv，然后再试。",
        )
    say.step("建立独立环境 .venv")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(
        command if has_pip_seed else [*command, "--without-pip"], capture_output=True, text=True, check=False
    )
    if made.returncode or not works():
        shutil.rmtree(VENV, ignore_errors=True)
        say.stop(
            made.stdout + made.stderr,
            "独立环境没有建成。Debian、Ubuntu 请先运行：apt-get install python3-venv。",
        )


def pip() -> list[str]:
    """The pip that installs into `.venv`: its own, else the one outside."""
    own = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
    if own.returncode == 0:
        return [str(PYTHON), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def stamped() -> dict[str, str]:
    """Lock → digest of what was last installed; empty when nothing is known."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def install(lock: str) -> None:
    """Installs a lock with hashes, showing each package as it comes; ends the command when pip fails."""
    total = sum(1 for text in (ROOT / lock).read_text(encoding="utf-8").splitlines() if "==" in text)
    say.step(f"安装依赖（{lock}，约 {total} 个包）")
    command = [*pip(), "install", "--no-deps", "--require-hashes", "--no-input", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "-r", str(ROOT / lock)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True
    )
    said: list[str] = []
    count = 0
    for text in process.stdout or ():
        said.append(text.rstrip())
        word, _, rest = text.partition("satisfied: " if text.startswith("Requirement already") else " ")
        if word in ("Collecting", "Processing", "Requirement already "):
            count += 1
            # A package may come as a file: its name is enough.
            say.line(f"           {count:3d}/{total} {rest.split()[0].rpartition('/')[2]}")
        elif text.startswith("Installing collected"):
            say.step("写入 .venv")
    if process.wait():
        say.stop(
            *said[-15:],
            "依赖没有装上。请检查网络；内网可用环境变量 PIP_INDEX_URL 指定软件源，再试一次。",
        )


def link() -> None:
    """Makes `import sanwei` and the command `.venv/bin/sanwei` work from this tree, wherever it stands now."""
    asked = "import sysconfig; import sys; sys.stdout.write(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True, check=True).stdout)
    write(packages / "sanwei.pth", f"{ROOT / 'src'}\n")
    command = VENV / "bin" / "sanwei"
    write(command, f"#!{PYTHON}\nimport sys\n\nfrom sanwei.cli import main\n\nsys.exit(main())\n")
    command.chmod(0o755)


def write(path: Path, text: str) -> None:
    """Writes a file only when its text differs."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def prepare(lock: str) -> Path:
    """`.venv` with everything of `lock` in it; returns its interpreter.

    The development lock holds every pin of the main one, so installing it satisfies both.
    """
    if not works():
        make()
    wanted = {name: digest(name) for name in ([MAIN_LOCK, DEV_LOCK] if lock == DEV_LOCK else [lock])}
    known = stamped()
    if any(known.get(name) != value for name, value in wanted.items()):
        install(lock)
        STAMP.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
    link()
    return PYTHON
