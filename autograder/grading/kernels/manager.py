"""jupyter_client's and nbclient's parts, set up for kernels that run code nobody trusts."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from queue import Empty
from typing import Any

import zmq.asyncio
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient
from traitlets import Dict as DictTrait

Cell = Any
OUTPUT_BYTES = 10_000_000
MESSAGE_BYTES = 64 * 2**20
# Clients are there before a forked kernel's sockets are, and try again that often.
RECONNECT_MILLISECONDS = 5
PROVISIONER = "tapework-warm"


class Specifications(KernelSpecManager):  # type: ignore[misc]
    """Whatever kernel a notebook names, it is this interpreter's, warm and confined."""

    provisioner = DictTrait()

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The one specification there is."""
        # What an ordinary kernel's command says; its arguments reach the warm one too.
        argv = ["python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        told = {"provisioner_name": PROVISIONER, "config": self.provisioner}
        return KernelSpec(
            argv=[*argv, "--log-level=50"],
            language="python",
            display_name="Python 3",
            metadata={"kernel_provisioner": told},
        )


class Client(NotebookClient):  # type: ignore[misc]
    """Bounds what a cell may write: beyond that the kernel is ended."""

    written = 0

    def process_message(self, msg: dict[str, Any], cell: Cell, cell_index: int) -> Any:
        """Counts before it keeps."""
        if msg["msg_type"] in {"stream", "display_data", "execute_result", "error"}:
            self.written += len(str(msg["content"]))
            if self.written > OUTPUT_BYTES:
                if self.km.provisioner and self.km.provisioner.process:
                    self.km.provisioner.process.kill()
                return None
        return super().process_message(msg, cell, cell_index)


class Manager(AsyncKernelManager):  # type: ignore[misc]
    """Its clients share its context, which takes no message larger than answers may be."""

    def client(self, **settings: Any) -> Any:
        """A client on the manager's own context; whether the kernel lives, its process tells."""
        client = super().client(context=self.context, **settings)
        client.start_channels = partial(client.start_channels, hb=False)
        client.wait_for_ready = partial(_wait_for_ready, client)
        return client


async def _wait_for_ready(client: Any, timeout: float) -> None:
    """Waits until a kernel that has no other client answers on both channels.

    jupyter_client's own listens for a while to what other clients make the kernel say.
    """
    until = time.monotonic() + timeout
    while await client._async_is_alive():
        if time.monotonic() > until:
            raise RuntimeError(f"Kernel didn't respond in {timeout:g} seconds")
        number = client.kernel_info()
        with contextlib.suppress(Empty):
            await client.shell_channel.get_msg(timeout=1)
            while True:
                # None comes before the socket is subscribed; then it is asked once more.
                told = await client.iopub_channel.get_msg(timeout=0.02)
                idle = told["content"].get("execution_state") == "idle"
                if idle and told["parent_header"].get("msg_id") == number:
                    return
    raise RuntimeError("Kernel died before replying to kernel_info")


@contextmanager
def own_context() -> Iterator[zmq.asyncio.Context]:
    """ZeroMQ's part of one kernel, which takes no message larger than answers may be."""
    context = zmq.asyncio.Context()
    context.setsockopt(zmq.MAXMSGSIZE, MESSAGE_BYTES)
    context.setsockopt(zmq.RECONNECT_IVL, RECONNECT_MILLISECONDS)
    try:
        yield context
    finally:
        context.destroy(linger=0)
