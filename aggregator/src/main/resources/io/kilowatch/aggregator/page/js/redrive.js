import { post } from "/shared/api.js";
import { byId, el } from "/shared/dom.js";
import { t } from "/shared/i18n.js";

const NAME = "kilowatch.name";

/** Asks who, and redrives; afterwards the page is shown anew, as often as it takes for the gateway to answer. */
export function redriveBox(path, body, word) {
  const name = el("input", { id: "by", type: "text", value: localStorage.getItem(NAME) ?? "", placeholder: t("redriveBy"), "aria-label": t("redriveBy"), maxlength: 80, autocomplete: "name" });
  const note = el("span.note", { id: "redrive-note", role: "status" });
  const button = el("button.primary", { id: "redrive", type: "button", on: { click: () => redrive(path, body, name, note, button) } }, word);
  return el("div.redrive", {}, el("p", {}, t("redriveHint"), " ", t("registryHint")), el("div.ask", {}, name, button, note));
}

async function redrive(path, body, name, note, button) {
  const by = name.value.trim();
  if (!by) {
    note.textContent = t("redriveNoName");
    name.focus();
    return;
  }
  localStorage.setItem(NAME, by);
  button.disabled = true;
  try {
    const answer = await post(path, { ...body, by });
    note.textContent = t("redriveAsked", answer.ids.length) + (answer.more ? ` ${t("redriveMore")}` : "");
    again(4);
  } catch (error) {
    note.textContent = t("failed", error.message);
    button.disabled = false;
  }
}

function again(times) {
  const shown = location.hash;
  setTimeout(() => {
    if (location.hash !== shown || byId("redrive-note")?.matches(":focus-within")) return;
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    if (times > 1) again(times - 1);
  }, 1_500);
}
