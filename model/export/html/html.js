"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const main = document.getElementById("main");
  const items = [...main.querySelectorAll("[data-owner]")];
  const tasks = items.filter(item => item.dataset.phase && !("row" in item.dataset));
  const wholes = [...main.querySelectorAll("[data-whole]")];
  const sections = [...main.querySelectorAll("section, .group")].filter(s => s.querySelector("[data-owner]"));
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
      if (fields.includes(field) && field.type === "checkbox") field.checked = wanted === "yes";
      else if (fields.includes(field) && [...field.options].some(o => o.value === wanted)) field.value = wanted;
    }
    show();
  }

  // The address says what is shown, so that it can be kept and sent.
  function write() {
    const chosen = new URLSearchParams(fields.map(field => [field.name, value(field.name)]).filter(pair => pair[1]));
    try {
      history.replaceState(null, "", location.href.split("#")[0] + (chosen.size ? "#" + chosen : ""));
    } catch { } // a page within another may not
  }

  // What people do here is kept in this browser for the plan, task by task, until
  // a page says that the plan has moved on.
  const work = document.getElementById("work");
  const shape = document.getElementById("work-of-a-task");
  const jobs = work ? [...main.querySelectorAll("[data-task]")].map(jobOf) : [];

  function jobOf(item) {
    const d = item.dataset;
    const job = {item, id: d.task, from: d.from, was: d.state, state: d.state, note: "", key: "cmgwizard " + d.from.split(" ")[1] + " " + d.task};
    job.box = item.querySelector("input[type=checkbox]");
    job.box.addEventListener("change", () => set(job, job.box.checked ? "done" : job.was === "done" ? "open" : job.was, job.note));
    if (item.matches("article")) {
      const part = shape.content.cloneNode(true);
      job.select = part.querySelector("select");
      job.input = part.querySelector("input");
      job.select.addEventListener("change", () => set(job, job.select.value, job.note));
      job.input.addEventListener("change", () => set(job, job.state, job.input.value.trim()));
      item.firstElementChild.after(part);
    }
    return job;
  }

  function changed(job) {
    return job.state !== job.was || job.note !== "";
  }

  function set(job, state, note) {
    put(job, state, note);
    try {
      if (changed(job)) localStorage.setItem(job.key, JSON.stringify({from: job.from, state, note}));
      else localStorage.removeItem(job.key);
    } catch {
      kept = false;
    }
    tell();
    show();
  }

  // put shows a state: in the box, in the list, and in the word behind the title.
  function put(job, state, note) {
    Object.assign(job, {state, note});
    job.box.checked = state === "done";
    job.item.toggleAttribute("data-open", state === "open" || state === "blocked");
    if (!job.select) return;
    job.select.value = state;
    job.input.value = note;
    let word = job.item.querySelector(".state");
    if (!word) {
      word = document.createElement("span");
      job.box.closest("h3, h4").append(" ", word);
    }
    word.className = "state " + state;
    word.textContent = job.select.selectedOptions[0].text;
    word.hidden = state === "open";
  }

  let kept = true;

  function remember(job) {
    let said = null;
    try {
      said = JSON.parse(localStorage.getItem(job.key));
    } catch {
      kept = false;
    }
    if (said && said.from === job.from && [...shape.content.querySelector("select").options].some(o => o.value === said.state)) {
      put(job, said.state, String(said.note));
    } else {
      put(job, job.was, "");
    }
  }

  function tell() {
    const count = jobs.filter(changed).length;
    document.getElementById("kept").textContent = count === 0 ? "Nothing has changed here." :
      count + (count === 1 ? " task has" : " tasks have") + " changed. " +
      (kept ? "This browser keeps that." : "This browser keeps nothing: save it before you close the page.");
    for (const name of ["hand-out", "forget"]) document.getElementById(name).disabled = count === 0;
  }

  // handOut writes the file that "cmgwizard tasks import" reads.
  function handOut() {
    const by = document.getElementById("work-by").value.trim();
    const tasks = jobs.filter(changed).map(job => {
      const said = {id: job.id, from: job.from};
      if (job.state !== job.was) said.state = job.state;
      if (job.state !== job.was && by) said.by = by;
      if (job.note) said.note = job.note;
      return said;
    });
    const text = JSON.stringify({cmgwizard: "task states", format: 1, tasks}, null, 1) + "\n";
    document.getElementById("states").value = text;
    document.getElementById("handed").hidden = false;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
    link.download = "task-states.json";
    link.click();
  }

  function forget() {
    for (const job of jobs) {
      put(job, job.was, "");
      try {
        localStorage.removeItem(job.key);
      } catch { } // nothing is kept
    }
    tell();
    show();
  }

  function recall() {
    jobs.forEach(remember);
    if (work) tell();
  }

  if (work) {
    document.getElementById("hand-out").addEventListener("click", handOut);
    document.getElementById("forget").addEventListener("click", forget);
    work.addEventListener("submit", event => event.preventDefault());
    window.addEventListener("storage", () => { recall(); show(); });
    work.hidden = false;
    const ticks = document.getElementById("ticks");
    if (ticks) ticks.textContent = ticks.dataset.kept;
  }

  form.addEventListener("change", () => { show(); write(); });
  form.addEventListener("submit", event => event.preventDefault());
  document.getElementById("show-all")?.addEventListener("click", () => { reset(); write(); });
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", follow);
  window.addEventListener("pageshow", () => { recall(); show(); });
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (link && away(target(link.hash))) reset();
  });
  form.hidden = false;
  shown.hidden = fields.length === 0;
  follow();
})();
