"""Put a real nginx before the dashboard, as somebody who serves it to others does."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from tests.patience import HANG_SECONDS

MISSING = "No nginx for the tests of proxies: install one (on Debian: apt-get install nginx-light)"
CONFIGURATION = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {site}
}}
"""
SITE = """
  server {{
    listen 127.0.0.1:{port};
    client_max_body_size 100m;
    location /{below} {{
      proxy_pass {address};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }}
  }}
"""


def path() -> str | None:
    """Name the program; on Debian as root install it if there is none."""
    with FileLock(Path(tempfile.gettempdir()) / "nginx_for_tests.lock"):
        if not shutil.which("nginx") and shutil.which("apt-get") and os.geteuid() == 0:
            for command in (["apt-get", "update"], ["apt-get", "install", "-y", "nginx-light"]):
                subprocess.run(command, capture_output=True, check=False)
        return shutil.which("nginx")


@contextlib.contextmanager
def proxied(address: str, folder: Path, port: int = 0, below: str = "") -> Iterator[str]:
    """Give the address of an nginx that passes everything `below` a path on to `address`."""
    port = port or free_port()
    outside = f"http://localhost:{port}"
    with serving_site(SITE.format(port=port, address=address, below=below), folder):
        yield _answering(outside, below)


@contextlib.contextmanager
def serving_site(site: str, folder: Path) -> Iterator[None]:
    """Let nginx find a site sound, and run it."""
    user = "user root;" if os.geteuid() == 0 else ""
    text = CONFIGURATION.format(folder=folder, site=site, user=user)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = [path(), "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Give a port that nobody has now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answering(address: str, below: str) -> str:
    end = time.monotonic() + HANG_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/{below}_stcore/health", timeout=HANG_SECONDS).close()
            return address
        time.sleep(0.05)
    raise RuntimeError("nginx did not start")
