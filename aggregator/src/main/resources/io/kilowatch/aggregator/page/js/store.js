import { all, get } from "/shared/api.js";

const KEPT = 20_000;
const answers = new Map();

/** An answer that was read a moment ago is not read again, so that another language or a step back shows at once. */
function kept(reader, path, values) {
  const key = JSON.stringify([reader.name, path, values]);
  const known = answers.get(key);
  if (known && Date.now() - known.at < KEPT) return known.answer;
  const answer = reader(path, values);
  if (answers.size > 200) answers.clear();
  answers.set(key, { at: Date.now(), answer });
  answer.catch(() => answers.delete(key));
  return answer;
}

export const read = (path, values = {}) => kept(get, path, values);

/** Every page of a list; for what is known to be short. */
export const readAll = (path, values = {}) => kept(all, path, values);

/** The same, or null where there is no such thing. */
export async function readIfThere(path, values = {}) {
  try {
    return await read(path, values);
  } catch {
    return null;
  }
}

/** Where a list is as a file. */
export function fileOf(path, values, format) {
  const used = Object.entries({ ...values, format }).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return `/api/v1${path}?${new URLSearchParams(used)}`;
}
