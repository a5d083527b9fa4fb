// The search in the page: finds what holds every word, by pairs of characters; asks no server.
"use strict";

const longestList = 100;

function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
}

function findEntries(index, words) {
  let found = null;
  for (const word of words) {
    const characters = Array.from(word);
    for (let place = 0; place + 1 < characters.length; place += 1) {
      const pair = characters[place] + characters[place + 1];
      const numbers = Object.hasOwn(index.pairs, pair) ? index.pairs[pair] : [];
      found = found === null ? new Set(numbers) : new Set(numbers.filter((n) => found.has(n)));
    }
  }
  const candidates = found === null ? index.entries.keys() : found;
  return [...candidates]
    .map((number) => index.entries[number])
    .filter((entry) => words.every((word) => entry.text.includes(word)));
}

function show(box, entries, language) {
  const list = document.getElementById("found");
  list.replaceChildren();
  for (const entry of entries.slice(0, longestList)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = box.dataset.root + entry.path;
    link.textContent = entry.labels[language];
    item.append(link);
    list.append(item);
  }
}

function start() {
  const box = document.getElementById("search");
  const input = document.getElementById("words");
  const number = document.getElementById("number");
  const language = box.dataset.language;
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/u).filter((word) => word.length > 0);
    const short = words.length === 0 || words.every((word) => Array.from(word).length < 2);
    const entries = short ? [] : findEntries(globalThis.communiqueIndex, words);
    number.textContent = short ? "" : String(entries.length);
    show(box, entries, language);
  });
}

start();
