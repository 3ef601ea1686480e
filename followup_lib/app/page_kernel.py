"""The Python behind a page: ipykernel's, from which nothing it says gets lost."""

import zmq
from ipykernel.kernelapp import IPKernelApp


class PageKernel(IPKernelApp):
    """ipykernel, which keeps what the server has not read yet, however much it is.

    A page is some two thousand messages. ZeroMQ drops what goes beyond a thousand unread ones, and
    the page of a busy server would never be whole.
    """

    def init_iopub(self, context: "zmq.Context[zmq.Socket[bytes]]") -> None:
        """Open the channel on which it speaks, without a limit to what waits there."""
        context.sndhwm = 0
        super().init_iopub(context)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    PageKernel.launch_instance()
