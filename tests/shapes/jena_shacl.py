"""Jena's SHACL engine over many graphs in one Java machine.

It runs in a process of its own, by the Python for which Debian's `python3-jpype` is installed:
`python3 jena_shacl.py CLASS_PATH < graphs.json`. The input is {"shapes": Turtle, "graphs":
[N-Triples, …]}; for each graph it prints one line of JSON, the results as lists of focus node,
path, component, severity and shape, all in full.
"""

import json
import sys

import jpype

#: Debian keeps the Java half of JPype here; JPype itself looks for it elsewhere.
JPYPE_JAR = "/usr/share/java/org.jpype.jar"
MESSAGE = "http://www.w3.org/ns/shacl#message"


def main(class_path: str) -> None:
    """Print the results of each graph of standard input."""
    given = json.load(sys.stdin)
    jpype.startJVM(classpath=[JPYPE_JAR, *class_path.split(":")])
    shapes = parse_shapes(given["shapes"])
    validator = jpype.JClass("org.apache.jena.shacl.ShaclValidator").get()
    for graph in given["graphs"]:
        report = validator.validate(shapes, parse(graph))
        results = sorted(read_entry(entry) for entry in report.getEntries())
        print(json.dumps(results), flush=True)  # noqa: T201


def parse(turtle: str) -> jpype.JObject:
    """Return a text in Turtle as a graph of Jena's."""
    language = jpype.JClass("org.apache.jena.riot.Lang").TURTLE
    return (
        jpype.JClass("org.apache.jena.riot.RDFParser").fromString(turtle).lang(language).toGraph()
    )


def parse_shapes(turtle: str) -> jpype.JObject:
    """Return the shapes without their messages: Jena 4.5 refuses one in two languages."""
    graph, anything = parse(turtle), jpype.JClass("org.apache.jena.graph.Node").ANY
    message = jpype.JClass("org.apache.jena.graph.NodeFactory").createURI(MESSAGE)
    graph.remove(anything, message, anything)
    return jpype.JClass("org.apache.jena.shacl.Shapes").parse(graph)


def read_entry(entry: jpype.JObject) -> list[str]:
    """Return focus node, path, component, severity and shape of one result."""
    focus, path = entry.focusNode(), entry.resultPath()
    return [
        f"<{focus}>" if focus.isURI() else f"_:{focus}",
        str(path) if path else "",
        str(entry.sourceConstraintComponent().getLocalName()),
        str(entry.severity().level().getLocalName()),
        str(entry.source().toString()),
    ]


if __name__ == "__main__":
    main(sys.argv[1])
