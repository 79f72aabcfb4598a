// The archive's search. BRIEFS stands above: {title, when, href, lines} of every brief, newest
// first. Everything is set as text, never as markup.
(() => {
  const form = document.getElementById("search");
  const input = document.getElementById("words");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const MOST = 100;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const haystacks = BRIEFS.map((brief) => plain([brief.title, brief.when, ...brief.lines].join("\n")));

  const marked = (line, words) => {
    const place = document.createElement("p");
    const low = line.toLowerCase();
    let at = 0;
    while (at < line.length) {
      let next = -1, length = 0;
      for (const word of words) {
        const start = low.indexOf(word, at);
        if (start >= 0 && (next < 0 || start < next)) { next = start; length = word.length; }
      }
      if (next < 0) break;
      place.append(line.slice(at, next));
      const mark = document.createElement("mark");
      mark.textContent = line.slice(next, next + length);
      place.append(mark);
      at = next + length;
    }
    place.append(line.slice(at));
    return place;
  };

  const search = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const bare = words.map(plain);
    results.replaceChildren();
    document.body.classList.toggle("searching", words.length > 0);
    if (!words.length) { found.textContent = ""; return; }
    const hits = BRIEFS.filter((_, i) => bare.every((word) => haystacks[i].includes(word)));
    const shown = hits.length > MOST ? `, the newest ${MOST} here` : "";
    found.textContent = `${hits.length} ${hits.length === 1 ? "brief" : "briefs"} found${shown}`;
    for (const brief of hits.slice(0, MOST)) {
      const item = document.createElement("li");
      const title = document.createElement(brief.href ? "a" : "b");
      if (brief.href) title.href = brief.href;
      title.textContent = `${brief.title}, ${brief.when}`;
      item.append(title);
      const lines = brief.lines.filter((line) => bare.some((word) => plain(line).includes(word)));
      for (const line of lines.slice(0, 3)) item.append(marked(line, words));
      results.append(item);
    }
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", search);
  if (input.value) search();
})();
