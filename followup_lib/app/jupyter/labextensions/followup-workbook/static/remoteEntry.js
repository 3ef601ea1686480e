// The workbook's part of JupyterLab: a page runs by itself when you come to it, its code stays
// folded away, and a button on one page opens another. Written by hand as a module federation
// container (what JupyterLab loads as a "prebuilt extension"), so nothing has to be compiled.
// The bar is in bar.js, as the app has it, too. The names other code relies on are listed in followup_lib/app/jupyter/README.md.
"use strict";

(() => {
  const FILES = document.currentScript.src; // pages.json and style.css lie beside this file
  const CHANGED =
    "This page is not as it came with the workbook. Start it only if you know who wrote it.";
  const OPEN_LINE =
    "This address begins with http://, so others on the way could read along, and the pages do not start. " +
    "Whoever runs this Jupyter server can give it an address with https://.";
  const LOAD = "from followup_lib.pages import *"; // what pages need, before one asks for it
  let shared = {}; // the modules JupyterLab shares with its extensions: name -> version -> entry

  const load = async (name) => (await Object.values(shared[name])[0].get())();

  // SHA-256, in hex, of the JSON list of the code cells' sources: page_checksum() in Python.
  async function checksum(panel) {
    const cells = panel.content.widgets.map((cell) => cell.model);
    const sources = cells.filter((m) => m.type === "code").map((m) => m.sharedModel.getSource());
    const bytes = new TextEncoder().encode(JSON.stringify(sources));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function isShipped(panel) {
    const answer = await fetch(new URL("pages.json", FILES), { cache: "no-store" });
    return Object.values(await answer.json()).includes(await checksum(panel));
  }

  // A worked example is shown as the workbook stored it, as in the app: nobody waits for it.
  function isStored({ type, outputs }) {
    return type === "code" && outputs.toJSON().some((output) => "text/html" in (output.data ?? {}));
  }

  // "Ready" by itself is too early: cells sent before the first "idle" were lost now and then.
  function kernelIsIdle(session) {
    const signals = [session.statusChanged, session.connectionStatusChanged];
    return new Promise((resolve) => {
      const look = () => {
        const kernel = session.session?.kernel;
        const connected = session.isReady && kernel?.connectionStatus === "connected";
        if (!connected || kernel.status !== "idle") return;
        signals.forEach((signal) => signal.disconnect(look));
        resolve();
      };
      signals.forEach((signal) => signal.connect(look));
      session.ready.then(look);
    });
  }

  function element(tag, properties, ...children) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  }

  function activate(app, tracker, { NotebookActions }, { Widget }) {
    const startedByHand = new WeakSet(); // changed pages that somebody chose to start
    const runs = new WeakMap(); // page -> its latest run, so that runs wait for each other
    let shown = null; // the notebook looked at last
    let spare = null; // a Python that has loaded what pages need, for the next page to be opened

    // In /doc/ the shell holds one document: the button moves the browser instead. Where pages
    // turn (pages/kit/turn.js), the one that is open shows the next.
    const oneDocument = () =>
      document.body.dataset.followupTurns !== undefined || location.pathname.includes("/doc/tree/");

    // Called when a page is there: then the computer rests, and what is loaded now nobody waits for.
    async function warm({ session }) {
      const { kernels } = app.serviceManager;
      const start = async () => {
        const kernel = await kernels.startNew({ name: session.kernel.name });
        kernel.requestExecute({ code: LOAD, silent: true, store_history: false });
        return kernel;
      };
      if (session?.kernel && !oneDocument()) spare ??= start().catch(() => null);
    }

    // It would outlive a page that is left or loaded anew.
    function drop(kernel) {
      if (!kernel || kernel.isDisposed) return;
      const { baseUrl } = kernel.serverSettings;
      const headers = { "X-XSRFToken": /\b_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? "" };
      fetch(`${baseUrl}api/kernels/${kernel.id}`, { method: "DELETE", keepalive: true, headers }).catch(() => null);
    }

    async function handOver() {
      const kernel = await spare;
      spare = null;
      if (!kernel || kernel.isDisposed || kernel.status === "dead") return undefined;
      const { id, name } = kernel;
      kernel.dispose(); // of two connections only the first would hear from widgets
      return { id, name };
    }

    function addCodeButton(panel) {
      const folded = panel.content.widgets.filter((cell) => cell.inputHidden);
      const click = () => {
        const show = panel.node.classList.toggle("followup-code-shown");
        toggle.textContent = show ? "Hide the code" : "Show the code";
        for (const cell of folded) {
          cell.syncCollapse = false; // looking is no change of the notebook
          cell.inputHidden = !show;
        }
      };
      const look = { type: "button", className: "followup-code-button", onclick: click };
      const toggle = element("button", look, "Show the code");
      const item = new Widget({ node: element("div", {}, toggle) });
      panel.toolbar.insertBefore("spacer", "followup-code", item);
    }

    function askToStart(panel) {
      const click = () => {
        startedByHand.add(panel);
        banner.dispose();
        startPage(panel);
      };
      const look = { type: "button", className: "jp-mod-styled jp-mod-accept", onclick: click };
      const start = element("button", look, "Start this page");
      const node = element("div", { className: "followup-banner" }, CHANGED, start);
      const banner = new Widget({ node });
      panel.contentHeader.addWidget(banner);
    }

    function refuse(panel) {
      panel.contentHeader.addWidget(new Widget({ node: element("div", { className: "followup-banner" }, OPEN_LINE) }));
      panel.node.dataset.followupReady = "error";
    }

    function dress(panel) {
      addCodeButton(panel);
      const bar = element("followup-bar");
      panel.contentHeader.addWidget(new Widget({ node: bar }));
      panel.addClass("followup-panel");
    }

    function name(panel, page) {
      panel.node.querySelector("followup-bar")?.setAttribute("here", page);
    }

    async function run(panel) {
      await panel.context.ready;
      if (panel.isDisposed || !panel.model.getMetadata("followup")?.page) return;
      panel.node.dataset.followupReady = "waiting";
      panel.node.dataset.followupPage = panel.context.path.split("/").pop();
      if (!panel.hasClass("followup-panel")) dress(panel);
      name(panel, panel.node.dataset.followupPage);
      const bare = panel.contentHeader.widgets.length === 1; // no banner yet
      if (!isSecureContext) return void (bare && refuse(panel));
      const shipped = await isShipped(panel);
      if (!shipped && !startedByHand.has(panel)) {
        if (bare) askToStart(panel);
        return;
      }
      const { content, sessionContext } = panel;
      await kernelIsIdle(sessionContext);
      const cells = content.widgets.filter((cell) => !shipped || !isStored(cell.model));
      const well = await NotebookActions.runCells(content, cells, sessionContext);
      if (shipped) panel.model.dirty = false; // pages show the search's files, nothing to save
      panel.node.querySelector(".jp-Cell:focus")?.blur(); // no frame around a heading
      panel.node.dataset.followupReady = well ? "yes" : "error";
      warm(sessionContext);
    }

    function startPage(panel) {
      if (panel.node.dataset.followupReady) panel.node.dataset.followupReady = "waiting";
      const next = () => run(panel);
      runs.set(panel, (runs.get(panel) ?? Promise.resolve()).then(next, next));
    }

    async function open(event) {
      const from = tracker.currentWidget;
      if (!from || oneDocument()) return;
      event.preventDefault(); // tells the button that the page is being opened here
      const path = from.context.path.replace(/[^/]*$/, () => event.detail.path);
      const there = tracker.find((panel) => panel.context.path === path);
      name(from, event.detail.path); // the first sign, until it is there
      if (there) there.node.dataset.followupReady = "waiting";
      const kernel = there ? undefined : await handOver();
      await app.commands.execute("docmanager:open", { path, factory: "Notebook", kernel });
      if (there && there === from) startPage(from); // in front already: nobody "comes to it"
    }

    tracker.currentChanged.connect((_, panel) => {
      if (panel && panel !== shown) startPage(panel);
      shown = panel ?? shown;
    });
    document.addEventListener("followup:open", open);
    window.addEventListener("pagehide", () => spare?.then(drop));
    // The list of files stays one click away.
    app.restored.then(() => [app.shell.collapseLeft(), app.shell.collapseRight()]);
    for (const name of ["style.css", "bar.css"]) {
      document.head.append(element("link", { rel: "stylesheet", href: new URL(name, FILES) }));
    }
    document.head.append(element("script", { src: new URL("bar.js", FILES) }));
  }

  // A lost server is told by the page in front; JupyterLab's own word would cover it.
  async function loss() {
    const { IConnectionLost, ConnectionLost } = await load("@jupyterlab/application");
    const tell = (...told) => document.querySelector(".followup-panel:not(.lm-mod-hidden)") ?? ConnectionLost(...told);
    return {
      id: "followup-workbook:loss",
      autoStart: true,
      provides: IConnectionLost,
      activate: () => async (...told) => void (await tell(...told)),
    };
  }

  async function plugin() {
    const notebook = await load("@jupyterlab/notebook");
    const widgets = await load("@lumino/widgets");
    return {
      id: "followup-workbook:pages",
      autoStart: true,
      optional: [notebook.INotebookTracker], // Voilà has none, and shows pages in its own way
      activate: (app, tracker) => tracker && activate(app, tracker, notebook, widgets),
    };
  }

  (window._JUPYTERLAB ??= {})["followup-workbook"] = {
    init: (scope) => void (shared = scope),
    get: async () => {
      const inLab = !document.body.dataset.voila;
      const extension = [await plugin(), ...(inLab ? [await loss()] : [])];
      return () => ({ __esModule: true, default: extension });
    },
  };
})();
