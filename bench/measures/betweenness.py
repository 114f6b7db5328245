import networkx
from peer import serve


def prepare(given):
    graph = networkx.Graph()
    graph.add_nodes_from(range(given["nodes"]))
    graph.add_weighted_edges_from(
        ((a, b, 1 / weight) for a, b, weight in given["links"]),
        weight="length",
    )
    return graph


def run(graph):
    values = networkx.betweenness_centrality(graph, weight="length", normalized=False)
    return [values[node] for node in range(len(graph))]


serve(prepare, run)
