"""Controls of any other system, written in YAML over the standard forms, or read from a Declare file."""

from .judging import STEPS, LogJudgement, judge_log
from .reading import Rule, Rulebook, read_rulebook

__all__ = ["STEPS", "LogJudgement", "Rule", "Rulebook", "judge_log", "read_rulebook"]
