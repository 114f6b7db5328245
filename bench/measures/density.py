import time

import numpy
from ecomplexity.calc_density import calc_density
from ecomplexity.calc_proximity import calc_discrete_proximity
from peer import serve


def prepare(given):
    # Whole numbers, as its own convert_to_binary makes them.
    return numpy.array(given["values"], dtype=numpy.int64).reshape(given["places"], given["fields"])


def run(mcp):
    phi = calc_discrete_proximity(mcp, numpy.nansum(mcp, axis=0))
    begun = time.perf_counter()
    density = calc_density(mcp, phi)
    return {"alone": time.perf_counter() - begun, "density": density.ravel().tolist()}


serve(prepare, run)
