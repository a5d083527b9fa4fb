// How answers are shown: YASR's table and verdict, with links to the pages of this site. Whatever
// stands in an answer is written as text, never as HTML.
import { fill } from "./engine.js";

const firstRows = 100;
const plainSegment = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/u;
const webAddress = /^https?:\/\/[^\s]+$/iu;

function make(name, text, attributes = {}) {
  const element = document.createElement(name);
  element.append(text);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  return element;
}

/** Finds the page of an IRI, as `Addresses.find` does for the pages that are written in advance. */
export class Pages {
  constructor(catalogue, root, language) {
    this.catalogue = catalogue;
    this.folder = new URL(language === "en" ? "." : `${language}/`, root);
  }

  /** Return the address of an IRI's page here, else the IRI itself if it is a web address, else null. */
  find(iri) {
    const [document, fragment] = iri.split(/#(.*)/su, 2);
    const path = this.#findPath(document);
    if (path !== null) {
      const anchor = fragment === undefined ? "" : `#${encodeURI(fragment)}`;
      return `${this.folder}${path}.html${anchor}`;
    }
    return webAddress.test(iri) ? iri : null;
  }

  #findPath(document) {
    const { base, marked, namespace } = this.catalogue;
    if (Object.hasOwn(marked, document)) {
      return marked[document];
    }
    if (`${document}#` === namespace) {
      return "ns";
    }
    const rest = document.startsWith(base) ? document.slice(base.length) : "";
    const [folder, ...segments] = rest.split("/");
    const known = { id: "doc", graph: "graph" };
    if (!Object.hasOwn(known, folder) || !segments.length || !segments.every((one) => plainSegment.test(one))) {
      return null;
    }
    return [known[folder], ...segments].join("/");
  }

  /** Return an IRI as it is shown: with its prefix, or as the path below the base. */
  shorten(iri, prefixes) {
    for (const [prefix, namespace] of Object.entries(prefixes)) {
      if (namespace && iri.startsWith(namespace)) {
        return `${prefix}:${iri.slice(namespace.length)}`;
      }
    }
    const { base } = this.catalogue;
    return iri.startsWith(base) ? iri.slice(base.length) : iri;
  }
}

function drawTerm(term, pages, prefixes) {
  if (term === undefined) {
    return "";
  }
  if (term.type === "uri") {
    const address = pages.find(term.value);
    const text = pages.shorten(term.value, prefixes);
    return address === null ? make("code", text) : make("a", text, { href: address, title: term.value });
  }
  if (term.type === "bnode") {
    return make("code", `_:${term.value.replace(/^_:/u, "")}`);
  }
  const language = term["xml:lang"];
  if (!language) {
    const type = term.datatype ? { title: term.datatype } : {};
    return make("span", term.value, { dir: "auto", ...type });
  }
  const value = document.createDocumentFragment();
  value.append(make("span", term.value, { lang: language, dir: "auto" }), " ");
  value.append(make("small", language, { class: "tag" }));
  return value;
}

/** Return the rows as they came: YASR's own reading fills in what looks like a template, `{{x}}`. */
function readRows(results) {
  if (results.getContentType()?.includes("sparql-results+json")) {
    return JSON.parse(results.getOriginalResponseAsString()).results?.bindings ?? [];
  }
  return results.getBindings() ?? [];
}

// Source: SPARQL 1.1 Query Results CSV, section 3; RFC 4180.
function writeCsv(names, rows) {
  const quote = (text) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const write = (term) => (term === undefined ? "" : quote(term.value));
  const lines = rows.map((row) => names.map((name) => write(row[name])).join(","));
  return [names.map(quote).join(","), ...lines, ""].join("\r\n");
}

/** Return the class of a table in place of YASR's own. */
export function makeTable(pages, words) {
  return class AnswerTable {
    priority = 10;
    label = words.table;

    constructor(yasr) {
      this.yasr = yasr;
    }

    canHandleResults() {
      return (this.yasr.results?.getVariables()?.length ?? 0) > 0;
    }

    getIcon() {
      return null;
    }

    draw() {
      const rows = readRows(this.yasr.results);
      const names = this.yasr.results.getVariables();
      if (rows.length === 0) {
        this.yasr.resultsEl.append(make("p", words.no_rows));
        return;
      }
      const table = make("table", "");
      const head = table.createTHead().insertRow();
      head.append(...names.map((name) => make("th", name, { scope: "col" })));
      const box = make("div", table, { class: "scroll", role: "region", tabindex: "0" });
      box.setAttribute("aria-label", words.results);
      this.yasr.resultsEl.append(box);
      this.#fill(table.createTBody(), names, rows, firstRows);
    }

    #fill(body, names, rows, count) {
      const prefixes = this.yasr.getPrefixes();
      for (const row of rows.slice(body.rows.length, count)) {
        const line = body.insertRow();
        for (const name of names) {
          const cell = line.insertCell();
          cell.append(drawTerm(Object.hasOwn(row, name) ? row[name] : undefined, pages, prefixes));
        }
      }
      const left = rows.length - body.rows.length;
      if (left > 0) {
        const next = Math.min(left, count * 9);
        const button = make("button", fill(words.more_rows, { count: next }), { type: "button" });
        button.addEventListener("click", () => {
          button.remove();
          this.#fill(body, names, rows, count + next);
        });
        this.yasr.resultsEl.append(button);
      }
    }

    download(filename) {
      return {
        getData: () => writeCsv(this.yasr.results.getVariables(), readRows(this.yasr.results)),
        contentType: "text/csv",
        title: words.download,
        filename: `${filename || "answer"}.csv`,
      };
    }
  };
}

/** Return the class of ASK's answer in words. */
export function makeVerdict(words) {
  return class Verdict {
    priority = 11;
    hideFromSelection = true;

    constructor(yasr) {
      this.yasr = yasr;
    }

    canHandleResults() {
      return typeof this.yasr.results?.getBoolean() === "boolean";
    }

    draw() {
      const text = this.yasr.results.getBoolean() ? words.yes : words.no;
      this.yasr.resultsEl.append(make("p", text, { class: "verdict" }));
    }
  };
}

/** Return the words of a query that wasn't answered, as an alert. */
export function drawError(error) {
  return make("pre", error.text ?? "", { role: "alert", class: "mistake" });
}
