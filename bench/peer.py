"""What every peer does: read the input, say so, then run and time whenever asked."""

import json
import sys
import time


def serve(prepare, run):
    """prepare(input) is not timed; run(prepared) is, and gives what can be written as JSON."""
    prepared = prepare(json.loads(sys.stdin.readline()))
    print("{}", flush=True)
    for _ in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        result = run(prepared)
        spent = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        print(json.dumps({**spent, "result": result}), flush=True)
