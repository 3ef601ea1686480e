// A press counts for what it began on, also when that moved from under the pointer meanwhile (leaving
// a field lets its read-back appear above), or was drawn again; the browser would give the click to
// neither of the two. Where it stands as it stood, the browser knows best.

const PRESSED = "button, summary, label, a[href]";
const NEAR = 10; // pixels a finger may move without meaning to
const SOON = 60; // milliseconds after the release in which the browser's own click comes

// `own` says whether a node is of this page. Returns what ends the watch.
function keepPresses(own) {
  let begun = null; // what is pressed and where it stood, and where the pointer was

  const top = (node) => node.getBoundingClientRect().top;
  const moved = ({ node, stood }) => !node.isConnected || top(node) !== stood;
  const again = ({ node, page }) =>
    node.isConnected ? node : node.dataset.place && page.querySelector(`[data-place="${CSS.escape(node.dataset.place)}"]`);

  function down({ target, button, clientX: x, clientY: y }) {
    const node = target.closest?.(PRESSED);
    const page = target.closest?.(".followup-frame");
    begun = button === 0 && node && own(node) ? { node, page, stood: top(node), x, y } : null;
  }

  function up({ clientX, clientY }) {
    const press = begun;
    if (!press || Math.hypot(clientX - press.x, clientY - press.y) > NEAR) return;
    setTimeout(() => {
      if (press !== begun) return;
      begun = null;
      if (moved(press)) again(press)?.click();
    }, SOON);
  }

  const forget = () => (begun = null);
  const done = ({ target }) => target.closest?.(PRESSED) && forget();
  const listeners = { pointerdown: down, pointerup: up, pointercancel: forget, contextmenu: forget, click: done };
  for (const [type, act] of Object.entries(listeners)) window.addEventListener(type, act, true);
  return () => {
    for (const [type, act] of Object.entries(listeners)) window.removeEventListener(type, act, true);
  };
}
