// Small improvements; every page works without them.
"use strict";

// A refused form: the list of what is wrong comes first for a keyboard and a screen reader.
document.getElementById("errors")?.focus();

// Passwords can be shown while they are typed.
for (const input of document.querySelectorAll("input[data-show]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  const say = () => {
    button.textContent = input.type === "password" ? input.dataset.show : input.dataset.hide;
  };
  button.addEventListener("click", () => {
    input.type = input.type === "password" ? "text" : "password";
    say();
  });
  input.form?.addEventListener("submit", () => { input.type = "password"; });
  say();
  input.after(button);
}

// Menus close when one looks elsewhere, and with Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

// Staff tables: how many rows are chosen, and a box that chooses all of them.
for (const bar of document.querySelectorAll(".bulk[id]")) {
  const all = bar.elements.all;
  const boxes = [...document.querySelectorAll(`input[name=pick][form="${bar.id}"]`)];
  const count = () => {
    for (const box of boxes) box.closest("tr").classList.toggle("picked", box.checked);
    const chosen = boxes.filter((box) => box.checked).length;
    bar.querySelector("output").textContent = chosen || "";
    all.checked = chosen === boxes.length;
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
  for (const box of boxes) box.addEventListener("change", count);
  // What was ticked before comes back with the page.
  addEventListener("pageshow", count);
}

// Staff tables: J and K walk through the rows, X chooses one, / goes to the search field, ? shows the keys. They can be
// switched off, for those whose voice or other program types letters.
const keys = document.getElementById("keys");
if (keys) {
  const name = "keys-off";
  const button = keys.querySelector("button");
  let off = "";
  // A browser that keeps nothing forgets the switch with the page.
  try { off = localStorage.getItem(name) ?? ""; } catch { /* see above */ }
  const say = () => { button.textContent = off ? button.dataset.on : button.dataset.off; };
  button.addEventListener("click", () => {
    off = off ? "" : "1";
    try { localStorage.setItem(name, off); } catch { /* see above */ }
    say();
  });
  say();
  // A key is named where it does something.
  for (const item of keys.querySelectorAll("[data-of]")) item.hidden = !document.querySelector(item.dataset.of);
  const link = (row) => row.querySelector("th a") ?? row.querySelector("td a");
  keys.hidden = false;
  const act = {
    j: (row) => row(1),
    k: (row) => row(-1),
    x: (row) => row(0)?.querySelector("[name=pick]")?.click(),
    "/": () => document.getElementById("q")?.focus(),
    "?": () => {
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (off || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    // Under another alphabet the same keys.
    const key = event.key > "~" ? event.code.replace("Key", "") : event.key;
    const deed = act[key.toLowerCase()];
    if (!deed) return;
    event.preventDefault();
    const rows = [...document.querySelectorAll(".table tbody tr")].filter(link);
    const here = rows.indexOf(document.activeElement.closest("tr"));
    // The row so many further on, with the focus; the one where the focus is for none.
    deed((by) => {
      const row = by ? rows[Math.min(Math.max(here + by, 0), rows.length - 1)] : rows[here];
      if (by && row) link(row).focus();
      return row;
    });
  });
}

// A form with a picture of what it makes: shown anew a moment after something was typed.
for (const form of document.querySelectorAll("form[data-preview]")) {
  let soon;
  let latest = 0;
  const show = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "preview");
    const turn = ++latest;
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok || turn !== latest) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(form.dataset.preview);
    if (fresh && turn === latest) document.getElementById(form.dataset.preview).replaceChildren(...fresh.childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(() => { show().catch(() => {}); }, 500);
  });
}
