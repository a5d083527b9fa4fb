// Where a query goes wrong. The parser tells the farthest place that it looked at, which may lie
// before or behind the mistake; so the query is parsed again with wide spaces between its tokens.

// Source: SPARQL 1.1 Query Language, section 19.8, productions 139 to 159.
const pieces =
  /(?<comment>#[^\n]*)|<[^<>"{}|^`\\\u0000-\u0020]*>|"{3}(?:[^"\\]|\\.|"(?!""))*"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|[?$@]?[\p{L}\p{N}_](?:[\p{L}\p{N}_%.:-]*[\p{L}\p{N}_:-])?|:[\p{L}\p{N}_%.:-]*|\^\^|&&|\|\||[<>!]=|\S/gsu;
// Wider than the longest keyword, ENCODE_FOR_URI.
const space = " ".repeat(24);
const end = "\u0001"; // no token of SPARQL
const longestToken = 60;
const form = /<[^<>"{}|^`\\\u0000-\u0020]*>|#[^\n]*|\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?![\w.-]*:)/giu;

/** Return what a query asks for, in capitals; an empty string if it is no query. */
export function findForm(query) {
  for (const match of query.matchAll(form)) {
    if (match[1] !== undefined) {
      return match[1].toUpperCase();
    }
  }
  return "";
}

/** Return the line, the column and the text of the first token that can't stand where it does.
 *
 * `parse` tells how far it gets in a text, in code points; null if it gives no place.
 */
export function findMistake(query, parse) {
  const tokens = [...query.matchAll(pieces)].filter((one) => one.groups.comment === undefined);
  const starts = [];
  let length = 0;
  for (const token of tokens) {
    starts.push(length);
    length += Array.from(token[0]).length + space.length;
  }
  starts.push(length);
  const reached = parse(tokens.map((one) => one[0] + space).join("") + end);
  if (reached === null) {
    return null;
  }
  const number = starts.filter((start) => start <= reached).length - 1;
  const token = tokens[number];
  const before = query.slice(0, token === undefined ? query.trimEnd().length : token.index);
  const lines = before.split("\n");
  return {
    line: lines.length,
    column: Array.from(lines.at(-1)).length + 1,
    found: token === undefined ? null : token[0].slice(0, longestToken),
  };
}

/** Return how many code points of a text lie before a line and column that are counted from 1. */
export function countBefore(text, line, column) {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, one) => sum + Array.from(one).length + 1, 0) + column - 1;
}
