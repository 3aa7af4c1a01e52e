"""Fixtures that every test may use, beside the code and under `tests/`."""

pytest_plugins = ["cast"]
