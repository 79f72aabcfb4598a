// Optional help for readers of the page: a filter by theme and outlet, and a way back after a jump
// from a mark to its sentence. Without it the page has all the same words and links.
(() => {
  const make = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const entries = [...document.querySelectorAll(".entry")];
  const contents = document.querySelector("nav");

  const filter = () => {
    const outletOf = (entry) => entry.querySelector(".side .o")?.textContent ?? "";
    const themes = [...document.querySelectorAll("section.theme:not(.dates)")];
    const nameOf = (theme) => theme.querySelector("h2").textContent;
    const outlets = [...new Set(entries.map(outletOf))].sort();
    if (themes.length < 2 && outlets.length < 2) return;

    const choice = (label, id, every, names) => {
      const select = make("select", "", { id });
      select.append(new Option(every, ""), ...names.map((name) => new Option(name, name)));
      const field = make("label", `${label} `);
      field.append(select);
      select.addEventListener("change", show);
      return [field, select];
    };
    const told = make("p", "", { className: "how" });
    told.setAttribute("role", "status");
    function show() {
      let shown = 0;
      for (const theme of themes) {
        const wanted = !byTheme.value || nameOf(theme) === byTheme.value;
        for (const story of theme.querySelectorAll(".story")) {
          let any = false;
          for (const entry of story.querySelectorAll(".entry")) {
            const fits = wanted && (!byOutlet.value || outletOf(entry) === byOutlet.value);
            entry.hidden = !fits;
            any ||= fits;
            shown += fits;
          }
          story.hidden = !any;
        }
        theme.hidden = !theme.querySelector(".story:not([hidden])");
      }
      const all = !byTheme.value && !byOutlet.value;
      told.textContent = all ? "" : `${shown} of ${entries.length} articles shown.`;
    }
    const [theme, byTheme] = choice("Theme", "by-theme", "all themes", themes.map(nameOf));
    const [outlet, byOutlet] = choice("Outlet", "by-outlet", "all outlets", outlets);
    const form = make("form", "", { className: "filter ours" });
    form.setAttribute("aria-label", "Show only");
    form.append(theme, outlet, told);
    contents.after(form);
  };

  const jump = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    document.querySelectorAll(".back").forEach((link) => link.remove());
    if (!target) return;
    for (let box = target.closest("[hidden], details"); box; box = box.parentElement.closest("[hidden], details")) {
      box.hidden = false;
      if (box.tagName === "DETAILS") box.open = true;
    }
    target.scrollIntoView({ block: "center" });
    if (!target.closest(".src")) return;
    const back = make("button", "Back to the brief", { className: "back ours", type: "button" });
    back.addEventListener("click", () => history.back());
    target.closest("p, details").after(back);
  };

  filter();
  addEventListener("hashchange", jump);
  jump();
})();
