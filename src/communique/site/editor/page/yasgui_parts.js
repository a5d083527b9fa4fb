// What is changed in YASGUI's parts: who answers, who completes words, and what they are called.
import { drawError, makeTable, makeVerdict } from "./answers.js";

const badLine = "communique-bad-line";

/** Register our own answers, errors and completions; none of them asks another host. */
export function registerParts(Yasgui, catalogue, pages) {
  const { Yasqe, Yasr } = Yasgui;
  const { prefixes, terms, words } = catalogue;
  Yasqe.defaults.editorHeight = "auto"; // as high as the query is long
  Yasr.registerPlugin("table", makeTable(pages, words));
  Yasr.registerPlugin("boolean", makeVerdict(words));
  Yasr.defaults.errorRenderers = [async (error) => drawError(error)];
  const declarations = Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  const lists = { prefixes: declarations, class: terms.classes, property: terms.properties };
  for (const [name, list] of Object.entries(lists)) {
    Yasqe.forkAutocompleter(name, { name, get: () => list, bulk: true, persistenceId: null });
  }
}

/** Let every way to run a query (button, keys, a tab's own method) ask `answer(yasqe, signal)`. */
export function replaceQuery(Yasqe, answer) {
  Yasqe.prototype.query = async function query() {
    this.abortQuery();
    const stop = new AbortController();
    const started = performance.now();
    this.emit("queryBefore", this);
    this.emit("query", this, stop);
    try {
      const { content, type } = await answer(this, stop.signal);
      const headers = new Headers({ "content-type": type });
      const response = { ok: true, status: 200, statusText: "", headers, type: "basic", content };
      this.emit("queryResponse", response, performance.now() - started);
    } catch (error) {
      if (!stop.signal.aborted) {
        this.emit("queryResponse", error, performance.now() - started);
        markLine(this, error.line);
      }
    }
  };
}

/** Write what ends a line for JavaScript, but not for SPARQL, as an escape: YASQE fails at it. */
export function escapeSeparators(text) {
  return text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function markLine(yasqe, line) {
  if (!line || line > yasqe.lineCount()) {
    return;
  }
  const handle = yasqe.addLineClass(line - 1, "wrap", badLine);
  const clear = () => {
    yasqe.removeLineClass(handle, "wrap", badLine);
    yasqe.off("change", clear);
  };
  yasqe.on("change", clear);
}

/** Give the buttons and marks of the editor names in the page's language. */
export function renameParts(Yasqe, words) {
  const { updateQueryButton } = Yasqe.prototype;
  Yasqe.prototype.updateQueryButton = function rename(status) {
    updateQueryButton.call(this, status);
    const name = this.req ? words.stop : words.run;
    this.queryBtn?.setAttribute("aria-label", name);
    this.queryBtn?.setAttribute("title", name);
  };
  const { setGutterMarker } = Object.getPrototypeOf(Yasqe.prototype);
  Yasqe.prototype.setGutterMarker = function mark(line, gutter, icon) {
    if (gutter === "gutterErrorBar" && icon) {
      nameMark(this, line, icon, words);
    }
    return setGutterMarker.call(this, line, gutter, icon);
  };
}

// YASQE's own tooltip writes HTML with styles in it, which the page's policy forbids.
function nameMark(yasqe, line, icon, words) {
  icon.onmouseover = null;
  icon.onmouseout = null;
  const { length } = yasqe.getDoc().getLine(line);
  const { state } = yasqe.getTokenAt({ line, ch: length }, true);
  const expected = state.errorMsg || (state.possibleCurrent ?? []).join(" ");
  icon.title = words.line_wrong.replace("{expected}", expected);
}

/** Name what a tab has drawn, once. */
export function nameParts(tab, words) {
  const yasqe = tab.getYasqe();
  const name = (selector, label) => {
    for (const element of tab.rootEl.querySelectorAll(selector)) {
      element.title = label;
      element.setAttribute("aria-label", label);
    }
  };
  const { id } = tab.rootEl;
  document.getElementById(`tab-${id}`)?.setAttribute("aria-controls", id);
  yasqe.getInputField().setAttribute("aria-label", words.editor);
  yasqe.on("beforeChange", (_, change) => {
    const lines = change.text.map(escapeSeparators);
    if (lines.some((line, number) => line !== change.text[number])) {
      change.update(change.from, change.to, lines);
    }
  });
  name(".yasqe_share", words.share);
  name(".yasr_downloadIcon", words.download);
  name(".select_table", words.table);
  name(".select_response", words.raw);
  tab.rootEl.querySelector(".select_response span:last-child").textContent = words.raw;
  const share = tab.rootEl.querySelector(".yasqe_share");
  share.addEventListener("click", () => nameInput(share.parentElement, words.share));
  tab.getYasr().on("drawn", (yasr) => nameInput(yasr.resultsEl, words.raw));
}

function nameInput(element, label) {
  element.querySelector("input, textarea")?.setAttribute("aria-label", label);
}
