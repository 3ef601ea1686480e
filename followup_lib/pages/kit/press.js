// A press counts for what it began on, also when that moved from under the pointer meanwhile (leaving
// a field lets its read-back appear above), or was drawn again; the browser would give the click to
// neither of the two.

const PRESSED = "button, summary, label, a[href]";
const NEAR = 10; // pixels a finger may move without meaning to
const SOON = 60; // milliseconds after the release in which the browser's own click comes

// `own` says whether a node is of this page. Returns what ends the watch.
function keepPresses(own) {
  let begun = null; // what is pressed, and where the pointer was

  const there = ({ isConnected, dataset }) => isConnected || dataset.place;
  const again = (node) =>
    node.isConnected ? node : document.querySelector(`[data-place="${CSS.escape(node.dataset.place)}"]`);

  function down({ target, button, clientX: x, clientY: y }) {
    const node = target.closest?.(PRESSED);
    begun = button === 0 && node && own(node) ? { node, x, y } : null;
  }

  function up({ clientX, clientY }) {
    const press = begun;
    if (!press || Math.hypot(clientX - press.x, clientY - press.y) > NEAR) return;
    setTimeout(() => {
      if (press !== begun || !there(press.node)) return;
      begun = null;
      again(press.node)?.click();
    }, SOON);
  }

  const done = ({ target }) => target.closest?.(PRESSED) && (begun = null);
  const listeners = { pointerdown: down, pointerup: up, pointercancel: () => (begun = null), click: done };
  for (const [type, act] of Object.entries(listeners)) window.addEventListener(type, act, true);
  return () => {
    for (const [type, act] of Object.entries(listeners)) window.removeEventListener(type, act, true);
  };
}
