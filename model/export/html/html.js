"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const main = document.getElementById("main");
  const items = [...main.querySelectorAll("[data-owner]")];
  const tasks = items.filter(item => item.dataset.phase);
  const wholes = [...main.querySelectorAll("[data-whole]")];
  const sections = [...main.querySelectorAll("section")].filter(s => s.querySelector("[data-owner]"));
  const links = [...document.querySelectorAll("nav a")];
  const fields = ["owner", "phase", "open"].map(name => form.elements[name]).filter(Boolean);

  const target = hash => document.getElementById(hash.slice(1));
  const away = element => element !== null && element.closest("[hidden]") !== null;
  const value = name => {
    const field = form.elements[name];
    return !field || field.type === "checkbox" && !field.checked ? "" : field.value;
  };
  const words = field => field.type === "checkbox" ? field.dataset.words : field.selectedOptions[0].text;

  function show() {
    const owner = value("owner"), phase = value("phase"), open = value("open");
    for (const item of items) {
      const d = item.dataset;
      item.hidden = Boolean(owner && d.owner !== owner || phase && d.phase !== phase || open && !("open" in d));
    }
    for (const part of wholes) {
      part.hidden = Boolean(owner || phase || open && part.dataset.whole !== "open");
    }
    for (const section of sections) {
      section.hidden = !section.querySelector("[data-owner]:not([hidden])");
    }
    for (const link of links) {
      link.parentElement.hidden = away(target(link.hash));
    }
    say(fields.filter(field => value(field.name)).map(words));
  }

  function say(chosen) {
    const count = tasks.filter(task => !task.hidden).length;
    shown.classList.toggle("all", chosen.length === 0);
    shown.lastElementChild.textContent = (chosen.join(", ") || "everything") +
      ". Tasks: " + count + " of " + tasks.length + ".";
  }

  function reset() {
    form.reset();
    show();
  }

  // An address may end in #owner=pki, #phase=planning or #open=yes. One that
  // leads to something hidden shows everything again.
  function follow() {
    const place = target(location.hash);
    if (away(place)) {
      reset();
      place.scrollIntoView();
    }
    if (place) return;
    for (const [name, wanted] of new URLSearchParams(location.hash.slice(1))) {
      const field = form.elements[name];
      if (fields.includes(field) && field.type === "checkbox") field.checked = true;
      else if (fields.includes(field) && [...field.options].some(o => o.value === wanted)) field.value = wanted;
    }
    show();
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", event => event.preventDefault());
  document.getElementById("show-all")?.addEventListener("click", reset);
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", follow);
  window.addEventListener("pageshow", show);
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (link && away(target(link.hash))) reset();
  });
  form.hidden = false;
  shown.hidden = fields.length === 0;
  follow();
})();
