"""moto's server, with what it lacks to deploy the templates of this library: resources.py and lifecycle.py tell what."""

import os
import signal
import socket
import sys
import threading

import moto
from moto.core.responses import BaseResponse
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

from . import lifecycle, resources  # noqa: F401  (the classes of resources register themselves)


def end_with_parent() -> None:
    """The standard input is a pipe from whoever started this; it closes with them, however they end."""
    sys.stdin.read()
    os._exit(0)


def main() -> None:
    lifecycle.install()
    # moto lets the variable win, and nobody could ask for another account.
    BaseResponse.get_current_account = lambda self: self.headers.get("x-moto-account-id", os.environ["MOTO_ACCOUNT_ID"])
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    os.environ["MOTO_PORT"] = str(port)
    server = make_server(
        "127.0.0.1", port, DomainDispatcherApplication(create_backend_app),
        threaded=True, request_handler=MotoRequestHandler, fd=listener.fileno(),
    )
    threading.Thread(target=end_with_parent, daemon=True).start()
    print(f"moto {moto.__version__} listens on {port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
