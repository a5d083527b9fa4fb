// Answers queries over the published data; a page ends it where a query takes too long.
import init, { Store } from "./oxigraph.js";
import { countBefore, findForm, findMistake } from "./mistakes.js";

const largestAnswer = 20_000_000; // characters; a page can't show more
const place = /error at (\d+):(\d+)/u;
const formats = { nq: "application/n-quads", trig: "application/trig" };
let store = null;
let loaded = "";

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${response.status} ${new URL(address).pathname}`);
  }
  return response.arrayBuffer();
}

async function open(files) {
  const engine = load(new URL("oxigraph.wasm", import.meta.url));
  const [binary, ...texts] = await Promise.all([engine, ...files.map(load)]);
  await init({ module_or_path: binary });
  const opened = new Store();
  for (const [number, text] of texts.entries()) {
    opened.load(new Uint8Array(text), { format: formats[files[number].split(".").at(-1)] });
  }
  return opened;
}

function measure(text) {
  try {
    new Store().query(text);
    return Array.from(text).length;
  } catch (error) {
    const found = place.exec(error.message);
    return found && countBefore(text, Number(found[1]), Number(found[2]));
  }
}

function answer(query) {
  const graph = ["CONSTRUCT", "DESCRIBE"].includes(findForm(query));
  const content = store.query(query, {
    results_format: graph ? "nt" : "json",
    use_default_graph_as_union: true,
  });
  if (content.length > largestAnswer) {
    return { kind: "too large", megabytes: largestAnswer / 1e6 };
  }
  const type = graph ? "application/n-triples" : "application/sparql-results+json";
  // The table takes an empty text for no answer at all; a comment is an empty graph.
  return { kind: "answer", content: content || "# no triples\n", type };
}

function explain(query, error) {
  // What isn't an error of the query has left the engine's memory in an unknown state.
  if (!(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    return { kind: "crashed" };
  }
  const mistake = place.test(error.message) ? findMistake(query, measure) : null;
  return { kind: "mistake", message: error.message, mistake };
}

self.addEventListener("message", async ({ data: { query, files } }) => {
  try {
    if (loaded !== files.join(" ")) {
      store?.free();
      store = await open(files);
      loaded = files.join(" ");
    }
  } catch (error) {
    self.postMessage({ kind: "no data", reason: error.message });
    return;
  }
  self.postMessage({ kind: "ready" });
  try {
    self.postMessage(answer(query));
  } catch (error) {
    self.postMessage(explain(query, error));
  }
});
