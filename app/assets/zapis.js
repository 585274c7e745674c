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

// Staff tables: J and K walk through the rows, / goes to the search field.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    const search = document.getElementById("q");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === "j" || event.key === "k") {
    const links = [...document.querySelectorAll(".dense .table tbody th a")];
    const here = links.indexOf(document.activeElement);
    const next = event.key === "j" ? here + 1 : Math.max(here - 1, 0);
    links[Math.min(next, links.length - 1)]?.focus();
  }
});

// A ticked box at the head of a table ticks all of it.
for (const all of document.querySelectorAll(".table thead .pick input")) {
  all.addEventListener("change", () => {
    for (const one of all.closest("table").querySelectorAll("tbody .pick input")) one.checked = all.checked;
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
