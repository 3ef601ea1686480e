// What was typed while no Python could take it is kept in this tab, for the same page and row.

const homeOf = (el) => el.closest(".jp-NotebookPanel") ?? document.body;
const nameOfField = (field) => field.labels?.[0]?.textContent ?? "";
const inView = (home, fields) => [...home.querySelectorAll(fields)].filter((each) => each.checkVisibility());
const slotOf = (home) => `followup-typed ${home.dataset.followupPage}`; // JupyterLab shows several pages
const placeIn = (home) => [home.dataset.followupPage, inView(home, "h1")[0]?.textContent].join(" ");

function keepTyped(home) {
  const fields = inView(home, "[data-typed]").filter((field) => field.value);
  const words = fields.map((field) => [nameOfField(field), field.value]);
  sessionStorage.setItem(slotOf(home), JSON.stringify({ place: placeIn(home), words }));
}

function putBackTyped(home) {
  const kept = JSON.parse(sessionStorage.getItem(slotOf(home)));
  if (kept?.place !== placeIn(home)) return;
  sessionStorage.removeItem(slotOf(home));
  for (const [name, value] of kept.words) {
    const field = inView(home, "input, textarea").find((each) => nameOfField(each) === name);
    if (!field || field.value === value) continue;
    field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

// Puts it back whenever a page of `home` is there, now or later. Returns what ends that.
function watchReady(home, manager) {
  const look = async () => {
    if (home.dataset.followupReady !== "yes") return;
    await drawn(manager);
    putBackTyped(home);
  };
  const watch = new MutationObserver(look);
  watch.observe(home, { attributeFilter: ["data-followup-ready"] });
  look();
  return () => watch.disconnect();
}
