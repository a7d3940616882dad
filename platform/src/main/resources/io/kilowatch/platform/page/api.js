import { t } from "./i18n.js";

const BASE = "/api/v1";

async function answer(path, options) {
  let response;
  try {
    response = await fetch(BASE + path, options);
  } catch {
    throw new Error(t("offline"));
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? `HTTP ${response.status}`);
  }
  return response;
}

function query(values) {
  const used = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return used.length > 0 ? "?" + new URLSearchParams(used) : "";
}

export const get = async (path, values = {}) => (await answer(path + query(values))).json();

/** Every page of a list: its first answer, with the items of all. */
export async function all(path, values = {}) {
  const first = await get(path, values);
  for (let next = first.next; next; ) {
    const page = await get(path, { ...values, cursor: next });
    first.items.push(...page.items);
    next = page.next;
  }
  return first;
}

export const post = async (path, body) =>
  (await answer(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json();

/** Saves a list as CSV. */
export async function saveCsv(path, values, name) {
  const blob = await (await answer(path + query(values), { headers: { accept: "text/csv" } })).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
