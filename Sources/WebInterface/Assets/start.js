// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: five answers, or a history that is dropped on it.

import { ask, sendHistory } from "./server.js";
import { language, words } from "./words.js";

const told = document.getElementById("told");
const mostBytes = 256 * 1024 * 1024;

function go(file) {
  location.href = `/edit?file=${encodeURIComponent(file)}&lang=${language}`;
}

function tell(error) {
  told.classList.add("mistake");
  told.textContent = error.mistakes?.length ? error.mistakes.map(each => each.text).join(" ") : error.message;
}

function say(text) {
  told.classList.remove("mistake");
  told.textContent = text;
}

document.getElementById("new").addEventListener("submit", async event => {
  event.preventDefault();
  const answers = Object.fromEntries(new FormData(event.target));
  const name = answers.file;
  delete answers.file;
  say(words.making);
  try {
    go((await ask("new", { name, answers })).file);
  } catch (error) {
    tell(error);
  }
});

async function learn(files) {
  if (files.length !== 1) return say(words.oneFile);
  const [file] = files;
  if (file.size > mostBytes) return say(words.tooLarge);
  say(words.learning);
  try {
    go((await sendHistory(file)).file);
  } catch (error) {
    tell(error);
  }
}

document.getElementById("history").addEventListener("change", event => learn(event.target.files));
const drop = document.getElementById("drop");
for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop") learn(event.dataTransfer.files);
  });
}
