import { byId, el } from "./dom.js";
import { time } from "./format.js";
import { applyTexts, lang, onLanguage, t, toggleLanguage } from "./i18n.js";
import { changed, on, state } from "./state.js";

const THEME = "kilowatch.theme";
const OUTCOMES = [["within", "within"], ["exceeds", "exceeds"], ["cannot-be-judged", "doubt"]];

export function startTopbar() {
  applyTheme(new URLSearchParams(location.search).get("theme") ?? localStorage.getItem(THEME));
  applyTexts();
  byId("language").addEventListener("click", toggleLanguage);
  byId("theme").addEventListener("click", toggleTheme);
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

function applyTheme(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

function toggleTheme() {
  const now = document.documentElement.dataset.theme
    ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  localStorage.setItem(THEME, next);
  applyTheme(next);
}

function draw() {
  byId("language").textContent = lang() === "zh" ? "EN" : "中文";
  byId("language").setAttribute("aria-label", t("language"));
  const summary = state.summary;
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
