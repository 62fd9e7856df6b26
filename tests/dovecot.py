"""A real IMAP server of one's own: Dovecot from Debian's packages, on a random port, in a folder that goes with it."""

from __future__ import annotations

import getpass
import grp
import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
USER, PASSWORD = "inbox", "not/a:secret"

_CONFIG = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {internal}
first_valid_uid = 1
mail_uid = {uid}
mail_gid = {gid}
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Server:
    """A running server. ``url`` is as in the setting INBOX_URL."""

    port: int

    def url(self, folder: str = "INBOX", password: str = PASSWORD) -> str:
        return f"imap://{USER}:{quote(password, safe='')}@127.0.0.1:{self.port}/{folder}"

    @contextmanager
    def client(self, folder: str = "INBOX") -> Iterator[imaplib.IMAP4]:
        """Somebody's mail program."""
        client = imaplib.IMAP4("127.0.0.1", self.port)
        client.login(USER, PASSWORD)
        client.create(folder)
        client.select(folder)
        yield client
        client.logout()

    def deliver(self, *raws: bytes, folder: str = "INBOX") -> None:
        """Mails that come to it."""
        with self.client(folder) as client:
            for raw in raws:
                client.append(folder, "", "", raw)

    def flags(self, folder: str = "INBOX") -> list[bool]:
        """Of each mail of a folder whether it is marked as read."""
        with self.client(folder) as client:
            seen = client.search(None, "SEEN")[1][0].split()
            return [number in seen for number in client.search(None, "ALL")[1][0].split()]


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def running_dovecot() -> Iterator[Server]:
    """Start one, wait until it answers, stop it."""
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    folder.chmod(0o755)
    is_root, port = os.getuid() == 0, _free_port()
    uid, gid = (65534, 65534) if is_root else (os.getuid(), os.getgid())
    for name in ("mail", "home"):
        (folder / name).mkdir()
        os.chown(folder / name, uid, gid)
    config = folder / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            folder=folder,
            port=port,
            uid=uid,
            gid=gid,
            password=PASSWORD,
            internal="dovecot" if is_root else getpass.getuser(),
            group="dovecot" if is_root else grp.getgrgid(os.getgid()).gr_name,
        )
    )
    process = subprocess.Popen([str(PROGRAM), "-F", "-c", str(config)])
    try:
        _wait(port, folder)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(port: int, folder: Path) -> None:
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    log = folder / "log"
    raise RuntimeError(f"Dovecot does not answer: {log.read_text() if log.exists() else 'no log'}")
