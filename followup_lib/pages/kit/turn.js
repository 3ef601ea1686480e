// In the app one document shows the pages in turn: Python builds the next in place of the last one.
// So it is in JupyterLab on the site without a server, where each Python would take long to come.
// The address is always the page's own, so that a reload, a bookmark and the back button work.

const inQuery = () => document.body.dataset.followupTurns === "query"; // "?page=02….ipynb"
const addressOf = (page) => (inQuery() ? `?${new URLSearchParams({ page })}` : encodeURI(page));
const nameOf = ({ pathname, search }) =>
  inQuery() ? new URLSearchParams(search).get("page") : decodeURIComponent(pathname.split("/").pop());

// Resolves when everything that Python has sent is drawn: each model has its views, and they have
// drawn their parts, which have views in turn.
async function drawn(manager) {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    const models = await Promise.all(Object.values(manager._models));
    const views = await Promise.all(models.flatMap((each) => Object.values(each.views ?? {})));
    now = views.length;
  }
}

// `typed` resolves once what was typed is on its way to Python. Returns what ends it.
function turnPages(model, el, typed) {
  const { body } = document;
  const home = () => homeOf(el);
  const frame = () => el.closest(".followup-frame");
  let asked = 0;

  async function turn(path) {
    const mine = ++asked;
    home().dataset.followupReady = "waiting";
    home().dataset.followupPage = path;
    home().querySelector("followup-bar").setAttribute("here", path);
    document.activeElement?.blur(); // what stands in a field counts as typed
    await typed();
    frame().classList.add("followup-turning");
    model.send({ type: "open", path, turn: mine });
  }

  function open(event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const { path } = event.detail;
    if (!nameOf(location)) history.replaceState(null, "", addressOf(home().dataset.followupPage));
    history.pushState(null, "", addressOf(path));
    turn(path);
  }

  async function hear({ type, turn: of }) {
    if (of !== asked) return; // a page that nobody waits for any more
    const main = el.closest("main, .jp-WindowedPanel-outer");
    if (type === "begun") {
      frame().classList.remove("followup-turning");
      main.classList.add("followup-turned"); // the cells of the page this document began with go
      main.scrollTo(0, 0);
    }
    if (type !== "shown") return;
    await drawn(model.widget_manager);
    if (of !== asked) return;
    const headings = [...main.querySelectorAll(".followup-frame h1")];
    const heading = headings.find((each) => each.checkVisibility());
    if (heading) {
      document.title = heading.textContent;
      heading.tabIndex = -1;
      if (!main.contains(document.activeElement)) heading.focus({ preventScroll: true });
    }
    home().dataset.followupReady = frame().querySelector(".followup-error") ? "error" : "yes";
  }

  const back = () => turn(nameOf(location));
  if (body.dataset.followupTurns === undefined) return () => {};
  model.on("msg:custom", hear);
  document.addEventListener("followup:open", open);
  window.addEventListener("popstate", back);
  return () => {
    model.off("msg:custom", hear);
    document.removeEventListener("followup:open", open);
    window.removeEventListener("popstate", back);
  };
}
