"""A client of the Language Server Protocol (version 3.17), as much of one as asking a question takes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

Message = dict[str, Any]


class LanguageServer:
    """A running server; use it in a ``with`` block."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self._folder = folder
        self._number = 0
        self._told: list[Message] = []

    def __enter__(self) -> LanguageServer:
        root = self._folder.as_uri()
        self.ask(
            "initialize",
            processId=None,
            rootUri=root,
            capabilities={"textDocument": {"completion": {"completionItem": {"snippetSupport": False}}}},
            workspaceFolders=[{"uri": root, "name": "newsroom"}],
        )
        self.tell("initialized")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        number = self._number
        answer = self._until(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def wait_for(self, method: str, uri: str) -> Message:
        """Return the parameters of the next notification of this kind about ``uri``."""
        found = self._until(lambda m: m.get("method") == method and m["params"].get("uri") == uri)
        return dict(found["params"])

    def _until(self, wanted: Any) -> Message:
        for i, message in enumerate(self._told):
            if wanted(message):
                return self._told.pop(i)
        while not wanted(message := self._receive()):
            if "id" in message and "method" in message:
                # The server asks for settings: there are none, so that its own hold.
                items = message["params"].get("items", []) if message.get("params") else []
                self._send({"id": message["id"], "result": [None for _ in items]})
            else:
                self._told.append(message)
        return message

    def _send(self, message: Message) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> Message:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server ended"
        return dict(json.loads(self._process.stdout.read(length)))
