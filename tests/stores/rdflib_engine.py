"""rdflib as an engine: the second, independent implementation of SPARQL."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox
import rdflib

from communique.query.answer import Answer, Table, Value
from communique.query.sparql_text import insert_values


@dataclass(frozen=True)
class RdflibEngine:
    """An rdflib data set whose default graph is the union of all graphs."""

    dataset: rdflib.Dataset

    @classmethod
    def load(cls, data: bytes, form: str = "nquads") -> "RdflibEngine":
        """Return an engine that holds the data."""
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=data, format=form)
        return cls(dataset)

    def run(self, query: str, values: Mapping[str, Value], *, origin: str) -> Answer:
        """Return the rows of a SELECT."""
        with warnings.catch_warnings():
            # rdflib's own evaluation of GRAPH calls a method that rdflib has deprecated.
            warnings.filterwarnings("ignore", "Dataset.contexts is deprecated", DeprecationWarning)
            found = self.dataset.query(insert_values(query, values)).serialize(format="json")
        assert found is not None
        parsed = ox.parse_query_results(found, format=ox.QueryResultsFormat.JSON)
        assert isinstance(parsed, ox.QuerySolutions)
        variables = tuple(variable.value for variable in parsed.variables)
        return Table(variables, [tuple(solution) for solution in parsed])

    def select(self, query: str) -> Table:
        """Return the rows of a SELECT of our own."""
        answer = self.run(query, {}, origin="query")
        assert isinstance(answer, Table)
        return answer
