// When the Python behind a page ends or is out of reach, the page says so, in both faces. What was
// typed stays in view, to be copied, and is put back once the page has started again.

const ENDED = ["autorestarting", "restarting", "dead"]; // the server may start another, but empty
const HICCUP = 1000; // milliseconds in which a lost connection may come back unnoticed
const SILENCE = 1200; // milliseconds without a word back, until the server is asked whether it is there
const ANSWERS = 1500; // milliseconds that it may take to answer that
const AGAIN = 20000; // milliseconds that starting again may take, until the window is loaded again
const SAFE = "What you saved is safe. What you typed is still here, and you can copy it.";

// `stop` is called when it has ended, for good. Returns whether it is `gone`, and what `end`s this.
function watchPython(kernel, el, stop) {
  const served = document.body.dataset.followupTurns !== "query"; // the static site has no server to ask
  const home = () => homeOf(el);
  let box = null; // what says so, while it is gone
  let lost = null; // the timer of a connection that may come back
  let unheard = null; // the timer of what was sent and not answered
  let guarded = false;
  let ended = false;

  function say(how, label, act) {
    box?.remove();
    box = document.createElement("div");
    box.className = "followup-stopped";
    box.setAttribute("role", "alert");
    box.innerHTML = `<h2>The workbook has stopped</h2><p>${SAFE} ${how}</p>
      <button type="button" class="jupyter-button mod-primary">${label}</button>
      <span role="status"></span>`;
    box.querySelector("button").onclick = act;
    const frame = el.closest(".followup-frame");
    frame.classList.remove("followup-turning");
    frame.before(box);
  }

  function startAgain() {
    keepTyped(home());
    const detail = { path: home().dataset.followupPage };
    const asked = new CustomEvent("followup:open", { detail, cancelable: true });
    if (kernel.status === "dead" || document.dispatchEvent(asked)) location.reload();
    setTimeout(() => box?.isConnected && location.reload(), AGAIN);
  }

  function ask() {
    const url = `${kernel.serverSettings.baseUrl}api/kernels/${kernel.id}`;
    return fetch(url, { signal: AbortSignal.timeout(ANSWERS) }).catch(() => null);
  }

  // What is frozen breaks no connection: it takes what is sent, and says nothing.
  function listen(_, { direction }) {
    if (direction === "send") {
      if (served) unheard ??= setTimeout(doubt, SILENCE);
    } else {
      clearTimeout(unheard);
      unheard = null;
      if (box && !ended && kernel.connectionStatus === "connected") back();
    }
  }

  // It may only be slow: nothing is refused then, and what was clicked is done once it answers.
  async function doubt() {
    const mine = unheard;
    const isOver = () => mine !== unheard || kernel.connectionStatus !== "connected";
    while (!(await ask()) && !isOver()) {
      if (!box) say(wayOn(), "Try again", tryAgain);
      await new Promise((resolve) => setTimeout(resolve, HICCUP));
    }
    if (isOver()) return;
    unheard = null;
    back();
  }

  async function tryAgain() {
    const answer = await ask();
    if (!box) return;
    box.querySelector("span").textContent = answer ? "" : "It doesn’t answer yet.";
    if (answer?.ok) kernel.reconnect();
    else if (answer) {
      keepTyped(home());
      location.reload();
    }
  }

  function look() {
    clearTimeout(lost);
    if (ENDED.includes(kernel.status)) {
      end();
      stop();
      ended = true;
      say("", "Start it again", startAgain);
      guard(true);
    } else if (kernel.connectionStatus === "connected") back();
    else if (!guarded) lost = setTimeout(miss, HICCUP);
  }

  function back() {
    box?.remove();
    box = null;
    guard(false);
  }

  function miss() {
    say(wayOn(), "Try again", tryAgain);
    guard(true);
  }

  function wayOn() {
    const command = `python3 start.py${document.body.dataset.voila ? " app" : ""}`;
    const own = new URL(kernel.serverSettings.baseUrl).pathname === "/"; // else a hub starts it
    return own
      ? `Start it again, for example with <code>${command}</code>, then press “Try again”.`
      : "Press “Try again”. If your server has ended, you can start it there.";
  }

  // Without Python a button would do nothing, and a page could not be opened: lead to the way on.
  function refuse(event) {
    const target = event.target.closest?.("button:not(.followup-alone)");
    const opens = event.type === "followup:open" && !ended;
    if (!opens && !el.closest(".followup-frame")?.contains(target)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    box.querySelector("button").focus();
  }

  function guard(on) {
    guarded = on;
    const change = on ? "addEventListener" : "removeEventListener";
    for (const type of ["click", "followup:open"]) document[change](type, refuse, true);
    if (on && !document.activeElement?.matches("input, textarea")) box.querySelector("button").focus();
  }

  function end() {
    clearTimeout(lost);
    clearTimeout(unheard);
    unheard = null;
    kernel.anyMessage.disconnect(listen);
    kernel.statusChanged.disconnect(look);
    kernel.connectionStatusChanged.disconnect(look);
    guard(false);
  }

  kernel.anyMessage.connect(listen);
  kernel.statusChanged.connect(look);
  kernel.connectionStatusChanged.connect(look);
  return { gone: () => Boolean(box), end };
}
