// What answers a query: a worker in this browser, or the endpoint of the same host.

const wikidata = "http://www.wikidata.org/prop/";

/** A query that wasn't answered, in words for the reader, with its line if that is known. */
export class Unanswered extends Error {
  constructor(message, line = null) {
    super(message);
    this.line = line;
  }
}

function fill(text, values) {
  return text.replaceAll(/\{(\w+)\}/gu, (_, key) => String(values[key]));
}

function describeMistake(words, { message, mistake }) {
  if (mistake === null) {
    return new Unanswered(message);
  }
  const found = mistake.found === null ? words.the_end : `“${mistake.found}”`;
  return new Unanswered(fill(words.mistake_at, { ...mistake, found }), mistake.line);
}

/** Runs queries in workers of this browser, each over its own copy of the published data.
 *
 * Only what asks in Wikidata's own terms sees the snapshot of Wikidata.
 */
export class BrowserEngine {
  #script;
  #files;
  #words;
  #idle = null;

  constructor(script, files, words) {
    this.#script = script;
    this.#files = files;
    this.#words = words;
  }

  /** Return the answer as `{ content, type }`; the worker ends with the signal, whatever it does. */
  run(query, signal, tell) {
    const worker = this.#idle ?? new Worker(this.#script, { type: "module" });
    this.#idle = null;
    tell(this.#words.loading);
    return new Promise((resolve, reject) => {
      const fail = (error) => {
        worker.terminate();
        reject(error);
      };
      signal.addEventListener("abort", () => fail(new Error("Aborted")));
      worker.onerror = (event) => {
        event.preventDefault();
        fail(new Unanswered(fill(this.#words.no_data, { reason: event.message ?? "worker.js" })));
      };
      worker.onmessage = ({ data: said }) => {
        if (said.kind === "ready") {
          tell(this.#words.running);
        } else if (said.kind === "crashed") {
          fail(new Unanswered(this.#words.crashed));
        } else if (said.kind === "no data") {
          fail(new Unanswered(fill(this.#words.no_data, said)));
        } else {
          this.#idle ??= worker;
          this.#settle(said, resolve, reject);
        }
      };
      const { data, snapshot } = this.#files;
      worker.postMessage({ query, files: query.includes(wikidata) ? [data, snapshot] : [data] });
    });
  }

  #settle(said, resolve, reject) {
    if (said.kind === "answer") {
      resolve({ content: said.content, type: said.type });
    } else if (said.kind === "mistake") {
      reject(describeMistake(this.#words, said));
    } else {
      reject(new Unanswered(fill(this.#words.too_large, said)));
    }
  }
}

/** Sends queries to a SPARQL endpoint of the same host. */
export class ServerEngine {
  #address;
  #words;

  constructor(address, words) {
    this.#address = address;
    this.#words = words;
  }

  /** Return the answer as `{ content, type }`. Source: SPARQL 1.1 Protocol, section 2.1.2. */
  async run(query, signal, tell) {
    tell(this.#words.running);
    const response = await this.#send(query, signal);
    const content = await response.text();
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok) {
      const told = readProblem(content, type) || `${response.status} ${response.statusText}`;
      throw new Unanswered(told, Number(/\bline (\d+)/iu.exec(told)?.[1] ?? 0));
    }
    return { content: content || "# no triples\n", type };
  }

  async #send(query, signal) {
    const accept = "application/sparql-results+json, application/n-triples;q=0.9";
    const request = { method: "POST", headers: { accept }, body: new URLSearchParams({ query }) };
    try {
      return await fetch(this.#address, { ...request, credentials: "omit", signal });
    } catch (error) {
      if (signal.aborted) {
        throw new Error("Aborted", { cause: error });
      }
      throw new Unanswered(fill(this.#words.no_answer, { reason: error.message }));
    }
  }
}

// Source: RFC 9457, section 3.1.
function readProblem(content, type) {
  if (!type.includes("json")) {
    return content.slice(0, 2000);
  }
  try {
    const { title, detail } = JSON.parse(content);
    return [title, detail].filter((one) => typeof one === "string").join("\n");
  } catch {
    return content.slice(0, 2000);
  }
}

export { fill };
