import { WORDS } from "./words.js";

const KEY = "kilowatch.language";
const listeners = [];
let language = stored() ?? (navigator.language?.toLowerCase().startsWith("zh") ? "zh" : "en");

function stored() {
  const asked = new URLSearchParams(location.search).get("lang");
  const kept = asked ?? localStorage.getItem(KEY);
  return kept in WORDS ? kept : null;
}

export const lang = () => language;

/** The text of a key, {0}, {1} … replaced. */
export function t(key, ...values) {
  const text = WORDS[language][key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** The name of a thing in the language, or in the other one if there is none. */
export const nameOf = name => name?.[language] || name?.zh || name?.en || "";

export function onLanguage(listener) {
  listeners.push(listener);
}

export function toggleLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem(KEY, language);
  applyTexts();
  listeners.forEach(listener => listener());
}

/** Writes the fixed texts. */
export function applyTexts() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-title]")) node.title = t(node.dataset.tTitle);
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = t(node.dataset.tPlaceholder);
}
