import { byId } from "./dom.js";
import { applyTexts, lang, onLanguage, t, toggleLanguage } from "./i18n.js";

const THEME = "kilowatch.theme";

/** Makes the buttons #language and #theme work, and writes the fixed texts. */
export function startSettings() {
  applyTheme(new URLSearchParams(location.search).get("theme") ?? localStorage.getItem(THEME));
  applyTexts();
  byId("language").addEventListener("click", toggleLanguage);
  byId("theme").addEventListener("click", toggleTheme);
  onLanguage(drawLanguage);
  drawLanguage();
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

function drawLanguage() {
  byId("language").textContent = lang() === "zh" ? "EN" : "中文";
  byId("language").setAttribute("aria-label", t("language"));
}
