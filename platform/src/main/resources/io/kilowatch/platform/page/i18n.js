// The two languages. A page gives its texts with speak(); those that all pages share are in words.js beside this file.

const KEY = "kilowatch.language";
const texts = { zh: {}, en: {} };
const listeners = [];
let language = stored() ?? (navigator.language?.toLowerCase().startsWith("zh") ? "zh" : "en");

/** Adds texts by key, in both languages. */
export function speak(words) {
  for (const each of Object.keys(texts)) Object.assign(texts[each], words[each]);
}

function stored() {
  const kept = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(KEY);
  return kept === "zh" || kept === "en" ? kept : null;
}

export const lang = () => language;

/** The text of a key, {0}, {1} … replaced. */
export function t(key, ...values) {
  const text = texts[language][key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export const knows = key => key in texts[language];

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
