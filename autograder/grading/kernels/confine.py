"""How a forked process confines itself: it enters a room, gives up its rights, accepts limits.

Once inside it has no capabilities and may start no process (a seccomp filter, loaded through
libseccomp's binding pyseccomp: a filter written by hand is easily wrong, and no other binding is
on PyPI for Python 3.10 and later).
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
from pathlib import Path

# From <linux/sched.h>; Python's own `os.setns` came with 3.12.
NAMESPACES = {
    "user": 0x10000000,
    "mount": 0x00020000,
    "pid": 0x20000000,
    "network": 0x40000000,
    "ipc": 0x08000000,
    "uts": 0x04000000,
}
CLONE_THREAD = 0x00010000
PR_SET_DUMPABLE, PR_SET_PDEATHSIG = 4, 1
MEMORY, FILE_SIZE, CPU_SECONDS, PROCESSES = 6 * 2**30, 128 * 2**20, 900, 512
FORBIDDEN = [
    "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev",
    "mount", "umount2", "pivot_root", "chroot", "setns", "unshare", "open_by_handle_at", "bpf",
    "perf_event_open", "userfaultfd", "keyctl", "add_key", "request_key", "io_uring_setup",
    # Whoever grades reaches into the room by path: no path there may lead out again.
    "symlink", "symlinkat",
    "kexec_load", "init_module", "finit_module", "personality", "mknod", "mknodat",
]  # fmt: skip


def enter(room: int) -> None:
    """Joins all namespaces of the process `room`; its own children are born inside.

    Raises:
        OSError: If the system refuses.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    handle = os.pidfd_open(room)
    if libc.setns(handle, sum(NAMESPACES.values())):
        code = ctypes.get_errno()
        raise OSError(code, f"could not enter the room: {os.strerror(code)}")
    os.close(handle)


def accept_limits() -> None:
    """Limits memory, processor time, threads and the size of files; no core dumps."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for limit, most in [
        (resource.RLIMIT_AS, used + MEMORY),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_NPROC, PROCESSES),
        (resource.RLIMIT_CORE, 0),
    ]:
        resource.setrlimit(limit, (most, most))


def give_up_rights() -> None:
    """Drops all capabilities, and forbids new processes and calls that could regain them.

    Raises:
        OSError: If the system refuses.
    """
    import pyseccomp as seccomp

    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    if libc.capset(header, (ctypes.c_uint32 * 6)()):
        code = ctypes.get_errno()
        raise OSError(code, f"could not give up capabilities: {os.strerror(code)}")
    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in FORBIDDEN:
        rules.add_rule(seccomp.ERRNO(errno.EPERM), name)
    # A thread is made by the same call as a process: only its flags tell which.
    no_thread = seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0)
    rules.add_rule(seccomp.ERRNO(errno.EPERM), "clone", no_thread)
    # Its flags lie in memory, where a filter can't look: the C library falls back to `clone`.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    rules.load()
