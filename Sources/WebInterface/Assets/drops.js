// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped on a view: an invoice against its contract, a log by reply rules.

import { tell } from "./jobs.js";
import { ask, sendFile } from "./server.js";
import { words } from "./words.js";

const place = id => document.getElementById(id);

/** @param {function} question of the state that is shown */
export function start(question) {
  answer("bill", "bill", ["usage", "invoice"], ["usage"], question);
  answer("grade", "grade", ["log"], ["log"], question);
  for (const field of document.querySelectorAll(".file")) takeDrops(field);
}

/** A file that is dropped beside its field goes into it, and leads nowhere else. */
function takeDrops(field) {
  for (const name of ["dragover", "dragleave", "drop"]) {
    field.addEventListener(name, event => {
      event.preventDefault();
      field.classList.toggle("over", name === "dragover");
      if (name === "drop") field.querySelector("input").files = event.dataTransfer.files;
    });
  }
}

function answer(id, name, files, needed, question) {
  const form = place(id);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    tell(id, words.reading);
    try {
      const options = {};
      for (const [key, value] of new FormData(form)) {
        if (typeof value === "string") options[key] = value;
      }
      for (const key of files) {
        const [file] = form.elements[key].files;
        if (file) options[key] = (await sendFile(file)).id;
        else if (needed.includes(key)) throw new Error(words.chooseFile);
      }
      const told = await ask(name, { ...question(), options });
      place(`shown-${id}`).innerHTML = told.markup;
      tell(id, told.notes.join(" "));
    } catch (error) {
      place(`shown-${id}`).replaceChildren();
      tell(id, error.mistakes?.map(each => each.text).join(" ") || error.message, true);
    } finally {
      button.disabled = false;
    }
  });
}
