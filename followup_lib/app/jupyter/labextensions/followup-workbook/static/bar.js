// The bar that stays: the pages, today's count, whose search it is and which day. Both faces place a
// <followup-bar here="00_start_here.ipynb">, and the page that is ready tells it the rest.
"use strict";

(() => {
  const PAGES = [
    ["00_start_here.ipynb", "Today"],
    ["01_interviews.ipynb", "Interviews"],
    ["07_your_applications.ipynb", "Applications"],
    ["08_timelines.ipynb", "Timelines"],
    ["06_your_references.ipynb", "References"],
    ["09_coaching_session.ipynb", "Coaching"],
  ];
  const UNDER = { "11_clients.ipynb": "09_coaching_session.ipynb" }; // a page that another one leads to
  let known = { due: "", who: "" }; // as the last page told it, for the bar of the next one

  function element(tag, properties, ...children) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  }

  class Bar extends HTMLElement {
    static observedAttributes = ["here"];

    connectedCallback() {
      if (this.links) return;
      this.links = PAGES.map(([href, textContent]) => element("a", { href, textContent }));
      const list = element("ul", {}, ...this.links.map((link) => element("li", {}, link)));
      const more = element("button", { type: "button", textContent: "More", ariaExpanded: "false" });
      more.onclick = () => this.open(more.ariaExpanded === "false");
      this.open = (open) => {
        more.ariaExpanded = String(open);
        list.classList.toggle("followup-all", open);
      };
      list.append(element("li", { className: "followup-more" }, more));
      const nav = element("nav", { ariaLabel: "Pages of the workbook" }, list);
      this.who = element("p", {});
      this.append(nav, this.who);
      this.tell(known);
      this.attributeChangedCallback();
    }

    attributeChangedCallback() {
      if (!this.links) return;
      this.open(false);
      const here = this.getAttribute("here");
      const place = PAGES.findIndex(([name]) => name === (UNDER[here] ?? here));
      this.links.forEach((link) => link.removeAttribute("aria-current"));
      // A letter is written for a row of today's list.
      this.links[Math.max(place, 0)].setAttribute("aria-current", place < 0 ? "true" : "page");
    }

    // `due`: how many rows are for today; `who`: HTML of the person and the day.
    tell({ due, who }) {
      known = { due, who };
      const count = element("span", { textContent: due ? `\u00a0(${due})` : "" });
      this.links[0].replaceChildren(PAGES[0][1], count);
      this.who.innerHTML = who;
    }
  }

  customElements.define("followup-bar", Bar);

  // A link to another page opens it as a button would: in place, or in JupyterLab's way.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("followup-bar a, main a[href$='.ipynb']");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || event.defaultPrevented || !plain) return;
    const detail = { path: decodeURI(link.getAttribute("href")) };
    const asked = new CustomEvent("followup:open", { detail, cancelable: true });
    if (!document.dispatchEvent(asked)) event.preventDefault();
  });
})();
