"""The command `sanwei`. Every room that has commands lends a module with `add_commands(subparsers)`; nothing here
knows Django.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from sanwei.audit import cli as audit
from sanwei.discretion import commands as discretion
from sanwei.lawbook import LawError
from sanwei.lawbook import commands as law

ROOMS = (law, discretion, audit)
FAILED = 2


class Parser(argparse.ArgumentParser):
    """argparse in Chinese: titles, help and the sentence for a wrong call."""

    def __init__(self, **given: object):
        super().__init__(**{**given, "add_help": False, "allow_abbrev": False})  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        said = super().format_help().replace("usage: ", "用法：", 1)
        return re.sub(r"(?m)^(\w+):$", r"\1：", said)

    def error(self, message: str) -> NoReturn:
        said = message
        for english, chinese in (
            ("the following arguments are required: ", "缺少 "),
            ("unrecognized arguments: ", "不认识的参数 "),
            ("invalid choice: ", "没有这个命令 "),
            ("expected one argument", "后面要有一个值"),
            ("choose from", "可用的有"),
            ("argument ", ""),
        ):
            said = said.replace(english, chinese)
        self.exit(FAILED, f"命令写错了：{said}。\n{self.format_usage()}")


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(prog="sanwei", description="三位：行政执法的管理、执法与服务。")
    commands = parser.add_subparsers(title="命令", dest="command", required=True, metavar="命令", parser_class=Parser)
    for room in ROOMS:
        room.add_commands(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 in order, 1 faults found, 2 could not answer."""
    options = build_parser().parse_args(argv)
    try:
        return options.run(options)
    except LawError as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    except BrokenPipeError:
        # the reader (head, less) has left: nothing more to say, and Python must not try to at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


if __name__ == "__main__":
    sys.exit(main())
