"""Serves the site on loopback as `./run` does, standing at the benchmark's day: `serving.py PORT`. Ends with its
parent: when the pipe it was given as standard input closes.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

import opening

THREADS, CONNECTIONS, CHANNEL_SECONDS = 8, 1000, 300  # as in bin/serve.py


def main() -> None:
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    opening.open_site()
    import logging

    import waitress

    from sanwei.config.wsgi import application

    def standing(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with opening.today():
            return application(environ, start_response)

    def watch() -> None:
        sys.stdin.read()
        os._exit(0)

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # fifty readers on eight threads do queue
    threading.Thread(target=watch, daemon=True).start()
    waitress.serve(
        standing,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        threads=THREADS,
        connection_limit=CONNECTIONS,
        channel_timeout=CHANNEL_SECONDS,
        asyncore_use_poll=True,
        ident=None,
    )


if __name__ == "__main__":
    main()
