// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs: one view at a time, by mouse or by arrow keys.

const tabs = () => [...document.querySelectorAll("#views [role=tab]")];

/** Shows a view; an unknown name shows the first. */
export function choose(name) {
  const all = tabs();
  const chosen = all.find(tab => tab.dataset.view === name) ?? all[0];
  for (const tab of all) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).classList.toggle("later", !isChosen);
  }
  return chosen.dataset.view;
}

/** @param {function} chosen told of the view that somebody chose */
export function start(chosen) {
  for (const tab of tabs()) {
    tab.addEventListener("click", () => chosen(choose(tab.dataset.view)));
    tab.addEventListener("keydown", event => {
      const all = tabs();
      const place = all.indexOf(tab);
      const next = {
        ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: all.length - 1,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const other = all[(next + all.length) % all.length];
      other.focus();
      chosen(choose(other.dataset.view));
    });
  }
}

/** Puts the scenario's plans into the fields that ask for one. */
export function namePlans(fields) {
  const names = new Set([...fields.keys()].map(path => /^plans\.([^.[]+)\./.exec(path)?.[1]).filter(Boolean));
  for (const select of document.querySelectorAll("select.plans")) {
    const chosen = select.value;
    const [all] = select.options;
    select.replaceChildren(all, ...[...names].map(name => new Option(fields.get(`plans.${name}.title`)?.text || name, name)));
    select.value = names.has(chosen) ? chosen : "";
  }
}
