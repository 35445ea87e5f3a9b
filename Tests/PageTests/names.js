// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the page for those who listen to it or see it poorly; run in the browser by a test.
const wrong = [];
const isShown = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
  && element.getClientRects().length > 0;
const describe = element => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""} "${
  (element.textContent || "").trim().slice(0, 40)}"`;

const nameOf = element => {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return labelled.split(" ").map(id => document.getElementById(id)?.textContent).join(" ");
  return element.getAttribute("aria-label")
    || [...(element.labels ?? [])].map(label => label.textContent).join(" ")
    || (["BUTTON", "A", "SUMMARY"].includes(element.tagName) ? element.textContent : "")
    || element.getAttribute("title") || "";
};
for (const element of document.querySelectorAll(
  "button, a[href], input, select, textarea, summary, progress, [role=slider], [role=gridcell]")) {
  if (isShown(element) && !nameOf(element).trim()) wrong.push(`no name: ${describe(element)}`);
}
for (const picture of document.querySelectorAll("svg")) {
  if (picture.closest("[aria-hidden=true]")) continue;
  // A picture with points that are moved is a group of them.
  if (picture.getAttribute("role") === "group" && picture.getAttribute("aria-label")) continue;
  if (picture.getAttribute("role") !== "img" || !(picture.getAttribute("aria-label") || picture.querySelector("title"))) {
    wrong.push(`a picture without a name: ${picture.outerHTML.slice(0, 80)}`);
  }
}
const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) wrong.push(`an id twice: ${id}`);
for (const element of document.querySelectorAll("[aria-describedby]")) {
  for (const id of element.getAttribute("aria-describedby").split(" ")) {
    if (!document.getElementById(id)) wrong.push(`describes nothing: ${id}`);
  }
}
let level = 0;
for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
  const own = Number(heading.tagName[1]);
  if (isShown(heading) && own > level + 1) wrong.push(`a heading's level is left out: ${describe(heading)}`);
  if (isShown(heading)) level = own;
}
if (!document.documentElement.lang) wrong.push("no language");

const channel = value => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
const parse = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
const ground = element => {
  for (let each = element; each; each = each.parentElement) {
    const colour = parse(getComputedStyle(each).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const seen = new Set();
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || seen.has(element) || !isShown(element) || element.closest("svg, .spoken, .skip, option")) continue;
  if (element.closest(":disabled, [inert]")) continue;
  seen.add(element);
  const [front, back] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  if (ratio < 4.5) wrong.push(`contrast ${ratio.toFixed(2)}: ${describe(element)}`);
}
return wrong.slice(0, 30);
