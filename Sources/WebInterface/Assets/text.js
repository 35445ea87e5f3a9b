// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's text with numbered lines, of which those with a mistake are marked.

import { words } from "./words.js";

const place = id => document.getElementById(id);

/** @param {function} changed given the text when somebody types */
export function start(changed) {
  const yaml = place("yaml");
  yaml.addEventListener("input", () => {
    number();
    changed(yaml.value);
  });
  yaml.addEventListener("scroll", () => {
    place("gutter").scrollTop = yaml.scrollTop;
  });
}

let bad = new Map();

export function put(text) {
  const yaml = place("yaml");
  if (yaml.value === text) return;
  const [from, to, top] = [yaml.selectionStart, yaml.selectionEnd, yaml.scrollTop];
  yaml.value = text;
  yaml.setSelectionRange(from, to);
  yaml.scrollTop = top;
  number();
}

function number() {
  const count = place("yaml").value.split("\n").length;
  const lines = [];
  for (let line = 1; line <= count; line += 1) {
    const made = document.createElement("span");
    made.textContent = bad.has(line) ? `▸ ${line}\n` : `${line}\n`;
    if (bad.has(line)) {
      made.className = "bad";
      made.title = bad.get(line);
    }
    lines.push(made);
  }
  place("gutter").replaceChildren(...lines);
}

/**
 * Lists mistakes; each leads to its place.
 * @param {function} reveal given the path of a mistake that has a field
 */
export function tell(mistakes, reveal, goes) {
  bad = new Map(mistakes.filter(each => each.line).map(each => [each.line, each.text]));
  number();
  const list = place("mistakes");
  list.classList.toggle("none", mistakes.length === 0);
  const head = document.createElement("p");
  head.textContent = mistakes.length ? words.mistakes(mistakes.length) : words.none;
  const items = mistakes.map(mistake => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = mistake.text;
    button.addEventListener("click", () => {
      if (mistake.line && (goes() || !mistake.path)) select(mistake.line);
      else if (mistake.path) reveal(mistake.path);
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  const listed = document.createElement("ul");
  listed.append(...items);
  list.replaceChildren(head, ...(items.length ? [listed] : []));
}

function select(line) {
  const yaml = place("yaml");
  const lines = yaml.value.split("\n");
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  yaml.focus();
  yaml.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  const height = yaml.scrollHeight / Math.max(1, lines.length);
  yaml.scrollTop = Math.max(0, (line - 4) * height);
}
