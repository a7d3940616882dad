import { get } from "./api.js";
import { nameOf } from "./i18n.js";

// Names of the inputs of corrections, read once from the reference data.
let inputs = null;

/** Reads the names; without them, ids are shown. */
export async function learnInputs() {
  if (inputs) return;
  try {
    inputs = new Map((await get("/inputs")).items.map(one => [one.input, one]));
  } catch (error) {
    console.warn("inputs could not be read", error);
  }
}

export const inputName = id => nameOf(inputs?.get(id)?.name) || id;

/** A value of an input with its unit, or the class that it stands for. */
export function inputValue(id, value) {
  const input = inputs?.get(id);
  const choice = input?.choices?.[String(Number(value))];
  return choice ? nameOf(choice) : `${value.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")}${input?.unit ? ` ${input.unit}` : ""}`;
}
