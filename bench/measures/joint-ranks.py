import numpy
from peer import serve

LEVEL = 0.95


def prepare(given):
    return (
        given["cities"],
        given["works"],
        numpy.array(given["work"]),
        numpy.array(given["city"]),
        numpy.array(given["share"]),
        given["draws"],
    )


def run(prepared):
    """The plain bootstrap over works: draw them with replacement, add up the Shares, rank."""
    cities, works, work, city, share, draws = prepared
    random = numpy.random.default_rng(1)
    ranks = numpy.empty((draws, cities), dtype=numpy.int32)
    for draw in range(draws):
        weights = numpy.bincount(random.integers(works, size=works), minlength=works)
        totals = numpy.bincount(city, weights=share * weights[work], minlength=cities)
        above = cities - numpy.searchsorted(numpy.sort(totals), totals, side="right")
        ranks[draw] = 1 + above
    ends = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    return numpy.quantile(ranks, ends, axis=0, method="inverted_cdf").tolist()


serve(prepare, run)
