import { byId } from "./dom.js";
import { applyTexts, lang, onLanguage, t, toggleLanguage } from "./i18n.js";

const THEME = "kilowatch.theme";

/** Makes the buttons #language and #theme work, writes the fixed texts, and copies numbers exactly. */
export function startSettings() {
  applyTheme(new URLSearchParams(location.search).get("theme") ?? localStorage.getItem(THEME));
  applyTexts();
  byId("language").addEventListener("click", toggleLanguage);
  byId("theme").addEventListener("click", toggleTheme);
  onLanguage(drawLanguage);
  drawLanguage();
  document.addEventListener("copy", copyExactly);
}

/** A number that is selected alone is copied with all its places, not as it is rounded for reading. */
function copyExactly(event) {
  const selection = getSelection();
  const from = selection.anchorNode;
  const number = (from instanceof Element ? from : from?.parentElement)?.closest("data.number");
  if (!number?.value || !number.contains(selection.focusNode)) return;
  event.clipboardData.setData("text/plain", number.value);
  event.preventDefault();
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
