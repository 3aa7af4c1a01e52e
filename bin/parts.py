"""What the machine brings besides Python: a PostgreSQL server, a Chromium, Chinese fonts. Each is found or named."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts")
FONT_NAMES = ("cjk", "sourcehan", "simsun", "simfang", "fangsong", "wqy", "uming", "ukai", "fandol")

BRINGS = {
    "chromium": "apt-get install chromium",
    "driver": "apt-get install libatomic1",
    "fonts": "apt-get install fonts-noto-cjk",
    "postgresql": "apt-get install postgresql",
}


def chromium() -> str:
    """Path of a Chromium, or an empty string; `SANWEI_CHROMIUM` names one that stands elsewhere."""
    named = os.environ.get("SANWEI_CHROMIUM", "")
    if named:
        return named if Path(named).is_file() else ""
    return next((path for path in map(shutil.which, BROWSERS) if path), "")


def browser_driver(python: Path) -> bool:
    """Whether the driver of the browser tests starts; it comes in a wheel but needs a library of the system."""
    return subprocess.run([python, "-m", "playwright", "--version"], capture_output=True, check=False).returncode == 0


def postgres_folder() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, the newest where there are several."""
    found = [Path(path).resolve().parent for path in [shutil.which("initdb")] if path]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name.zfill(4), reverse=True)
    return next((folder for folder in found if (folder / "initdb").is_file() and (folder / "pg_ctl").is_file()), None)


def chinese_fonts(own: Path) -> bool:
    """Whether a Chinese font is installed, or lies in the deployment's own font folder."""
    listed = shutil.which("fc-list")
    if listed:
        said = subprocess.run([listed, ":lang=zh", "file"], capture_output=True, text=True, check=False).stdout
        if said.strip():
            return True
    folders = [own, *(Path(folder).expanduser() for folder in FONT_FOLDERS)]
    return any(
        path.suffix.lower() in (".ttf", ".ttc", ".otf")
        and (folder == own or any(name in path.name.lower() for name in FONT_NAMES))
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
    )
