"""Who does the work: this process, others on this machine, or a Dask cluster; and what of it was done before."""

from site_builder.work.executors import Here, WorkError, open_executor
from site_builder.work.memory import Memory
from site_builder.work.opening import open_workshop
from site_builder.work.workshop import Workshop

__all__ = ["Here", "Memory", "WorkError", "Workshop", "open_executor", "open_workshop"]
