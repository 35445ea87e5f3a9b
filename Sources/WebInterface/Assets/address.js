// SPDX-License-Identifier: GPL-3.0-or-later
// The state in the address: only what is changed, in the words of `--set`; pinned keys; the baseline; the view.

const plain = { "%3D": "=", "%2C": ",", "%5B": "[", "%5D": "]", "%7B": "{", "%7D": "}", "%3A": ":", "%2F": "/" };

function encode(text) {
  return encodeURIComponent(text).replace(/%(3D|2C|5B|5D|7B|7D|3A|2F)/g, code => plain[code]);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The words of a state, `path=value`, in the order in which they were set. */
export function wordsOf(values) {
  return [...values].map(([path, value]) => `${path}=${value}`);
}

/** Reads a fragment; what cannot be understood is left to the program, which says so. */
export function read(fragment) {
  const state = { values: new Map(), pins: [], baseline: null, view: "" };
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const cut = part.indexOf("=");
    if (cut < 0) continue;
    const [name, text] = [part.slice(0, cut), decode(part.slice(cut + 1))];
    if (name === "set") {
      const equals = text.indexOf("=");
      state.values.set(equals < 0 ? text : text.slice(0, equals), equals < 0 ? "" : text.slice(equals + 1));
    } else if (name === "pin") {
      if (text && !state.pins.includes(text)) state.pins.push(text);
    } else if (name === "view") {
      state.view = text;
    } else if (name === "base") {
      state.baseline ??= [];
      if (text) state.baseline.push(text);
    }
  }
  return state;
}

/** Writes a fragment; nothing changed gives an empty one. */
export function write(state) {
  const parts = wordsOf(state.values).map(word => `set=${encode(word)}`);
  for (const pin of state.pins) parts.push(`pin=${encode(pin)}`);
  if (state.baseline) {
    if (state.baseline.length === 0) parts.push("base=");
    for (const word of state.baseline) parts.push(`base=${encode(word)}`);
  }
  if (state.view) parts.push(`view=${encode(state.view)}`);
  return parts.length ? `#${parts.join("&")}` : "";
}
