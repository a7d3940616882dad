// What the page shows, and who is told when it changes.

export const state = {
  kind: "month",
  at: null, // start of the period chosen; null follows the newest
  period: null, // the period that the rows are of
  rows: [],
  loaded: false,
  summary: null,
  alerts: new Map(),
  alertTab: "standing",
  filter: { text: "", region: "", outcome: "" },
  sort: { by: "verdict", down: false },
  shown: 200,
  opened: null, // credit code in the drawer
};

const listeners = new Map();

export function on(topic, listener) {
  listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

const due = new Set();

/** Tells the listeners of a topic, once for many changes in one frame. */
export function changed(...topics) {
  if (due.size === 0) setTimeout(tell, 16);
  topics.forEach(topic => due.add(topic));
}

function tell() {
  const topics = [...due];
  due.clear();
  topics.forEach(topic => (listeners.get(topic) ?? []).forEach(listener => listener()));
}
