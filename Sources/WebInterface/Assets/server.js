// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the program, and the sentences it answers with where it refuses.

import { language, words } from "./words.js";

/** What the program refused: its sentences, each perhaps with a path and a line. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body.mistakes?.[0]?.text ?? words.lost);
    this.status = status;
    this.body = body;
    this.mistakes = body.mistakes ?? [];
  }
}

async function answered(response) {
  if (response.ok) return response;
  let body = {};
  try {
    body = await response.json();
  } catch {
    // A refusal at the gate is plain text; it has no place on the page.
  }
  throw new Refusal(response.status, body);
}

function send(path, body, type, signal) {
  return fetch(path, {
    method: "POST", body, signal, headers: { "Content-Type": type }, cache: "no-store",
  }).catch(error => {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, {});
  }).then(answered);
}

/** Asks a question and gives the answer's JSON. */
export async function ask(name, question, signal) {
  const response = await send(
    `/api/${name}`, JSON.stringify({ ...question, language }), "application/json", signal);
  return response.json();
}

/** Asks for a file. */
export async function fetchFile(question) {
  const response = await send(
    "/api/download", JSON.stringify({ ...question, language }), "application/json");
  return response.blob();
}

/** Sends a history to learn from. */
export async function sendHistory(file) {
  const query = new URLSearchParams({ name: file.name, lang: language });
  const response = await send(`/api/fit?${query}`, file, "text/csv");
  return response.json();
}

/** Sends a file that a view is about; the answer's `id` names it in questions. */
export async function sendFile(file) {
  const response = await send(`/api/upload?${new URLSearchParams({ name: file.name })}`, file, "application/octet-stream");
  return response.json();
}

/** Gives the user a file. */
export function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
