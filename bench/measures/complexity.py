from types import SimpleNamespace

import numpy
from ecomplexity.ecomplexity import calc_eci_pci
from peer import serve


def prepare(given):
    # Whole numbers, as its own convert_to_binary makes them.
    return numpy.array(given["values"], dtype=numpy.int64).reshape(given["places"], given["fields"])


def run(mcp):
    data = SimpleNamespace(
        t=0, mcp_t=mcp, diversity_t=numpy.nansum(mcp, axis=1), ubiquity_t=numpy.nansum(mcp, axis=0)
    )
    eci, pci = calc_eci_pci(data)
    mean, deviation = eci.mean(), eci.std()
    return {"eci": ((eci - mean) / deviation).tolist(), "pci": ((pci - mean) / deviation).tolist()}


serve(prepare, run)
