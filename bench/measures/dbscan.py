import numpy
from peer import serve
from sklearn.cluster import DBSCAN

EARTH_RADIUS_KM = 6371.0088


def prepare(given):
    points = numpy.radians(numpy.column_stack([given["latitudes"], given["longitudes"]]))
    return points, numpy.array(given["weights"]), given["kilometres"] / EARTH_RADIUS_KM, given["minimum"]


def run(prepared):
    points, weights, radius, minimum = prepared
    model = DBSCAN(eps=radius, min_samples=minimum, metric="haversine", algorithm="ball_tree")
    model.fit(points, sample_weight=weights)
    core = numpy.zeros(len(points), dtype=int)
    core[model.core_sample_indices_] = 1
    return {"labels": model.labels_.tolist(), "core": core.tolist()}


serve(prepare, run)
