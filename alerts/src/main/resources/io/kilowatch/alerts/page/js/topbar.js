import { byId, el } from "/shared/dom.js";
import { time } from "/shared/format.js";
import { lang, onLanguage, t } from "/shared/i18n.js";
import { startSettings } from "/shared/settings.js";
import { changed, on, state } from "./state.js";

const OUTCOMES = [["within", "within"], ["exceeds", "exceeds"], ["cannot-be-judged", "doubt"]];

export function startTopbar() {
  startSettings();
  for (const button of byId("switch").querySelectorAll("button")) {
    button.addEventListener("click", () => show(button.dataset.view));
  }
  on("summary", draw);
  onLanguage(draw);
  draw();
}

/** On a narrow screen, the one of both panels that is seen. */
export function show(view) {
  byId("main").dataset.view = view;
  for (const button of byId("switch").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
}

function draw() {
  const summary = state.summary;
  byId("console").hidden = !summary?.console;
  if (summary?.console) byId("console").href = consoleLink("#/");
  byId("as-of").textContent = time(summary?.asOf);
  const counts = summary?.enterprises ?? {};
  const open = summary?.alerts.open ?? 0;
  byId("switch-count").textContent = open > 0 ? open : "";
  byId("totals").replaceChildren(
    total("", "total", counts.total ?? 0, ""),
    ...OUTCOMES.map(([outcome, style]) => total(style, outcome, counts[outcome] ?? 0, outcome)),
    el("button.total.open", { type: "button", on: { click: () => show("alerts") } }, el("b", {}, String(open)), t("openAlerts")),
  );
}

function total(style, word, count, outcome) {
  const pressed = state.filter.outcome === outcome && outcome !== "";
  return el(`button.total.${style}`, { type: "button", "aria-pressed": String(pressed), on: { click: () => choose(pressed ? "" : outcome) } },
    el("b", {}, String(count)), t(word));
}

function choose(outcome) {
  state.filter.outcome = outcome;
  show("desk");
  changed("rows", "summary");
}

/** A view of the figures console, which finds the way back here; null where there is none. */
export function consoleLink(view) {
  const base = state.summary?.console;
  return base ? `${base}?${new URLSearchParams({ lang: lang(), desk: location.origin })}${view}` : null;
}
