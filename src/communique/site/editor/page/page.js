// The SPARQL page: YASGUI's editor with the canned questions as tabs, asked in this browser.
import "./yasgui.js";
import { Pages } from "./answers.js";
import { BrowserEngine, fill, ServerEngine } from "./engine.js";
import { escapeSeparators, nameParts, registerParts, renameParts, replaceQuery } from "./yasgui_parts.js";

const { Yasgui } = globalThis;
const tabMark = "question-";
const longestLinked = 20_000; // characters
const deepestLinked = 128; // brackets, as for the command line

async function loadJson(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${response.status} ${address.pathname}`);
  }
  return response.json();
}

/** The bar above the tabs: the question, where it is asked, how it goes. */
class Bar {
  constructor(root, words, questions) {
    this.words = words;
    this.question = root.querySelector("#question");
    this.where = root.querySelector("#where");
    this.status = root.querySelector("#status");
    this.stop = root.querySelector("#stop");
    for (const group of new Set(questions.map((one) => one.group))) {
      const list = document.createElement("optgroup");
      list.label = group;
      const found = questions.filter((one) => one.group === group);
      list.append(...found.map((one) => new Option(one.name, one.id)));
      this.question.append(list);
    }
  }

  /** Show how a query goes from its begin to its end. */
  async follow(run, abort) {
    const started = performance.now();
    const seconds = () => ((performance.now() - started) / 1000).toFixed(2);
    this.stop.hidden = false;
    this.stop.onclick = abort;
    try {
      const answer = await run((text) => this.tell(text));
      this.tell(this.#summarise(answer, seconds()));
      return answer;
    } catch (error) {
      const stopped = error.message === "Aborted";
      this.tell(stopped ? fill(this.words.stopped, { seconds: seconds() }) : this.words.wrong);
      throw error;
    } finally {
      this.stop.hidden = true;
    }
  }

  tell(text) {
    this.status.textContent = text;
  }

  #summarise({ content, type }, seconds) {
    const table = type.includes("sparql-results+json") ? JSON.parse(content).results : undefined;
    if (table === undefined) {
      return fill(this.words.answered, { seconds });
    }
    return fill(this.words.done, { count: table.bindings.length, seconds });
  }
}

function configure(catalogue, endpoint) {
  return {
    autofocus: false,
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
    // Nothing is kept in the browser: what stands there may be another site's of the same host.
    persistenceId: null,
    // YASGUI would take endpoint, headers and more from the address, and ask at once.
    populateFromUrl: false,
    requestConfig: { endpoint: endpoint.href, method: "POST" },
    tabName: catalogue.words.yours,
    yasqe: { value: catalogue.first, prefixCcApi: null },
    yasr: { prefixes: catalogue.prefixes },
  };
}

function addQuestions(yasgui, questions) {
  for (const { id, name, query } of questions) {
    yasgui.addTab(false, { id: tabMark + id, name, yasqe: { value: query } });
  }
}

/** Open what the address names: a question of the catalogue, or a query; it isn't asked yet. */
function openAddressed(yasgui, bar) {
  const named = decodeSafely(location.hash.slice(1));
  if (yasgui.getTab(tabMark + named) !== undefined) {
    yasgui.selectTabId(tabMark + named);
    return;
  }
  const query = new URLSearchParams(location.hash.slice(1)).get("query");
  if (query !== null && isHeavy(query)) {
    bar.tell(bar.words.heavy);
  } else if (query !== null) {
    const first = { atIndex: 0 };
    const tab = yasgui.addTab(false, { name: bar.words.linked, yasqe: { value: escapeSeparators(query) } }, first);
    yasgui.selectTabId(tab.getId());
  }
}

/** Tell whether a query would keep the editor busy for long: it checks the brackets at every step. */
function isHeavy(query) {
  let depth = 0;
  let deepest = 0;
  for (const character of query) {
    depth += "({[".includes(character) - ")}]".includes(character);
    deepest = Math.max(deepest, depth);
  }
  return query.length > longestLinked || deepest > deepestLinked;
}

function decodeSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function linkTabs(yasgui, bar, list) {
  const show = (id) => {
    const name = id.startsWith(tabMark) ? id.slice(tabMark.length) : "";
    bar.question.value = name;
    history.replaceState(null, "", name ? `#${name}` : location.pathname + location.search);
    list.querySelector(".tab.active")?.scrollIntoView({ block: "nearest", inline: "center" });
  };
  yasgui.on("tabSelect", (_, id) => show(id));
  bar.question.addEventListener("change", () => yasgui.selectTabId(tabMark + bar.question.value));
}

/** Draw the editor into its place; `folder` is where its files are. */
export async function start(root, folder) {
  const language = document.documentElement.lang;
  const site = new URL(root.dataset.root || ".", document.baseURI);
  const [catalogue, served] = await Promise.all([
    loadJson(new URL(`catalogue.${language}.json`, folder)),
    loadJson(new URL("endpoint.json", folder)),
  ]);
  const { words } = catalogue;
  const endpoint = new URL(served.endpoint ?? "sparql", site);
  const bar = new Bar(root, words, catalogue.questions);
  bar.where.closest("label").hidden = served.endpoint === null;
  bar.where.value = served.endpoint === null ? "browser" : "server";
  const files = {
    data: new URL(catalogue.data, site).href,
    snapshot: new URL(catalogue.snapshot, site).href,
  };
  const engines = {
    browser: new BrowserEngine(new URL("worker.js", folder), files, words),
    server: new ServerEngine(endpoint, words),
  };
  registerParts(Yasgui, catalogue, new Pages(catalogue, site, language));
  renameParts(Yasgui.Yasqe, words);
  replaceQuery(Yasgui.Yasqe, (yasqe, signal) =>
    bar.follow(
      (tell) => engines[bar.where.value].run(yasqe.getValue(), signal, tell),
      () => yasqe.abortQuery(),
    ),
  );
  const { show } = Yasgui.Tab.prototype;
  Yasgui.Tab.prototype.show = function showNamed() {
    const drawn = this.rootEl !== undefined;
    show.call(this);
    if (!drawn) {
      nameParts(this, words);
    }
  };
  Yasgui.Tab.prototype.getShareableLink = function link() {
    const plain = new URL(location.href);
    plain.hash = `query=${encodeURIComponent(this.getQuery())}`;
    return plain.href;
  };
  root.hidden = false;
  const yasgui = new Yasgui(root.querySelector("#yasgui"), configure(catalogue, endpoint));
  addQuestions(yasgui, catalogue.questions);
  finish(yasgui, bar, root, words);
}

function finish(yasgui, bar, root, words) {
  const list = root.querySelector(".tabsList");
  list.setAttribute("aria-label", words.tabs);
  for (const close of list.querySelectorAll(".closeTab")) {
    close.title = words.close_tab;
  }
  // What a tab controls isn't drawn before the tab is opened.
  for (const tab of list.querySelectorAll("a:not([aria-selected=true])")) {
    tab.removeAttribute("aria-controls");
  }
  root.querySelector("#add").addEventListener("click", () => yasgui.addTab(true));
  // The browser's own menu, in place of YASGUI's.
  list.addEventListener("contextmenu", (event) => event.stopPropagation(), { capture: true });
  linkTabs(yasgui, bar, list);
  openAddressed(yasgui, bar);
  addEventListener("hashchange", () => openAddressed(yasgui, bar));
}
