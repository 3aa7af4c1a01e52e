"""The fonts of a process: found once, kept for all PDFs (one font set: 20 ms a PDF instead of 160–280)."""

import logging
import os
from functools import lru_cache
from pathlib import Path

import typst

log = logging.getLogger(__name__)

# Where Linux distributions, macOS and Windows keep free or own Chinese fonts. Naming folders keeps the font book
# small; a whole system's fonts cost three times the memory.
_PLACES = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/noto-cjk",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/share/fonts/google-noto-serif-cjk-fonts",
    "/usr/share/fonts/opentype/source-han-serif",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/fonts/truetype/lxgw-wenkai",
    "/usr/share/fonts/truetype/cwtex",
    "/usr/share/fonts/truetype/arphic",
)
_CHINESE = (
    "cjk", "source han", "fangsong", "simsun", "simhei", "fandol", "stsong", "stzhongsong", "songti", "kaiti",
    "xiaobiaosong", "ar pl", "cwtex", "wenkai", "wenquanyi", "microsoft yahei", "pingfang", "heiti",
)  # fmt: skip
ADVICE = "请把仿宋_GB2312、方正小标宋等字体文件放入var/fonts，或者安装Noto CJK字体（Debian软件包fonts-noto-cjk）"


def own_folder() -> Path:
    """The folder for the agency's own fonts: `fonts` in SANWEI_VAR, which is `var` at the root of the repository."""
    return Path(os.environ.get("SANWEI_VAR") or Path(__file__).resolve().parents[3] / "var") / "fonts"


@lru_cache(maxsize=4)
def _fonts(folder: Path, places: tuple[str, ...]) -> tuple[typst.Fonts, bool]:
    paths = [str(path) for path in (folder, *map(Path, places)) if path.is_dir()]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=paths)
    if not _has_chinese(fonts) and places:
        fonts = typst.Fonts(include_system_fonts=True, font_paths=paths)
    chinese = _has_chinese(fonts)
    if not chinese:
        log.warning("没有找到中文字体，不能生成PDF；DOCX不受影响。%s。", ADVICE)
    return fonts, chinese


def _has_chinese(fonts: typst.Fonts) -> bool:
    return any(mark in family.lower() for family in fonts.families() for mark in _CHINESE)


def likely_found() -> bool:
    """The same at a glance, by names of files: a command line need not read whole fonts to start."""
    marks = tuple(mark.replace(" ", "") for mark in _CHINESE)
    for place in (own_folder(), *map(Path, _PLACES)):
        for file in place.rglob("*") if place.is_dir() else ():
            name = file.name.lower().replace("-", "").replace("_", "").replace(" ", "")
            if any(mark in name for mark in marks):
                return True
    return chinese_found()


def fonts() -> typst.Fonts:
    """The font set of this process."""
    return _fonts(own_folder(), _PLACES)[0]


def chinese_found() -> bool:
    """Whether any Chinese font is there; without one no PDF is made."""
    return _fonts(own_folder(), _PLACES)[1]
