"""What it takes to decode the leaves that are used, and nothing else: Arrow's C++, on one thread. Called by parquet.mjs."""

import pyarrow
import pyarrow.parquet as parquet
from peer import serve

pyarrow.set_cpu_count(1)
pyarrow.set_io_thread_count(1)


def run(given):
    rows = 0
    for path in given["files"]:
        file = parquet.ParquetFile(path)
        for group in range(file.num_row_groups):
            rows += file.read_row_group(group, columns=given["leaves"], use_threads=False).num_rows
    return rows


serve(lambda given: given, run)
