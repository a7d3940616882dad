// The address says what is shown: #/path?query. Every view can be linked to, printed and gone back from.

/** The place that the address names: its path in pieces and its query. */
export function route() {
  const [path, query = ""] = location.hash.replace(/^#/, "").split("?");
  return {
    path: path.split("/").filter(Boolean).map(decodeURIComponent),
    query: Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== "")),
  };
}

/** A link to a place; what is empty is left out of its query. */
export function href(path, query = {}) {
  const used = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return `#${path}${used.length > 0 ? `?${new URLSearchParams(used)}` : ""}`;
}

/** The link to where one is, with other values in the query. */
export function changedHref(at, values) {
  return href(`/${at.path.map(encodeURIComponent).join("/")}`, { ...at.query, ...values });
}

/** Goes there; typing in a search box leaves one entry in the history, not one for each letter. */
export function change(at, values, replace = false) {
  const to = changedHref(at, values);
  if (replace) {
    history.replaceState(null, "", to);
    listener?.(false);
  } else {
    location.hash = to;
  }
}

let listener = null;

export function start(show) {
  listener = show;
  window.addEventListener("hashchange", () => show(true));
  show(true);
}
