"""`./run`: prepares the environment, then hands over to `serve.py` inside it."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path

import environment
import parts
import say

LOCAL = ("127.0.0.1", "localhost", "::1")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./run",
        description="装好依赖，准备数据库和演示城市，然后启动网站。",
        epilog="环境变量：HOST（默认 127.0.0.1）、PORT（默认 8000）、DATABASE_URL、SANWEI_VAR，其余见 DEVELOPERS.md。",
    )
    parser.add_argument("--no-serve", action="store_true", help="只准备，不启动")
    return parser.parse_args()


def port_number() -> int:
    raw = os.environ.get("PORT", "8000")
    if not raw.isascii() or not raw.isdigit() or not 1 <= int(raw) <= 65535:
        say.stop(f"PORT 应当是 1 到 65535 的整数，现在是“{raw}”。")
    return int(raw)


def taken(host: str, port: int) -> bool:
    """Whether somebody listens there already; ends the command when the address is none of this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            say.stop(f"没有权限使用端口 {port}，请换一个大于 1023 的端口，例如：PORT=8000 ./run")
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == 99:
                say.stop(f"HOST“{host}”不是这台机器的地址。只在本机使用时不必设置 HOST。")
            return True
    return False


def insist_on_port(host: str, port: int) -> None:
    if not taken(host, port):
        return
    free = next((other for other in range(port + 1, min(port + 50, 65536)) if not taken(host, other)), None)
    advice = f"换一个端口再试：PORT={free} ./run" if free else "请用 PORT=端口号 ./run 换一个端口。"
    say.stop(f"端口 {port} 已被占用，可能已经有一个网站在运行。", advice)


def main() -> None:
    asked = arguments()
    os.chdir(environment.ROOT)
    host = os.environ.setdefault("HOST", "127.0.0.1")
    port = port_number()
    os.environ["PORT"] = str(port)
    # A newcomer gets the demo; production says SANWEI_DEMO=0 and brings its own secrets.
    os.environ.setdefault("SANWEI_DEMO", "1")
    if not asked.no_serve:
        insist_on_port(host, port)
    say.step(f"三位：Python {sys.version.split()[0]}")
    python = environment.prepare(environment.MAIN_LOCK)
    fonts = Path(os.environ.get("SANWEI_VAR") or environment.ROOT / "var") / "fonts"
    if not parts.chinese_fonts(fonts):
        say.loud(f"没有中文字体，文书的 PDF 会缺字。补上：{parts.BRINGS['fonts']}（或把字体放进 {fonts}）")
    if host not in LOCAL and os.environ["SANWEI_DEMO"] != "0":
        say.loud(f"演示模式正在向外开放（HOST={host}）：演示口令人人知道，也没有加密。正式使用请设 SANWEI_DEMO=0。")
    command = [str(python), str(environment.ROOT / "bin" / "serve.py")]
    os.execv(python, [*command, "--no-serve"] if asked.no_serve else command)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        say.stop("", "已中止。")
