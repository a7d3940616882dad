import { lang } from "./i18n.js";

const MINUS = "\u2212";

const locale = () => (lang() === "zh" ? "zh-CN" : "en-GB");

/** A decimal for reading: ratios with three places, small numbers with two, large ones with fewer. */
export function number(text, unit) {
  if (text === null || text === undefined || text === "") return "—";
  const value = Number(text);
  const size = Math.abs(value);
  const places = unit === "1" ? 3 : size >= 10000 && unit === "" ? 0 : size >= 100000 ? 0 : size >= 1000 ? 1 : 2;
  const shown = value.toLocaleString(locale(), { minimumFractionDigits: unit === "1" ? 3 : 0, maximumFractionDigits: places });
  return shown.replace("-", MINUS);
}

/** A limit or level, with the places it was published with; one that was computed, with three at most. */
export function plain(text, unit) {
  if (text === null || text === undefined) return "—";
  const written = (String(text).split(".")[1] ?? "").length;
  const places = Math.max(written > 3 ? 0 : written, unit === "1" ? 2 : 0);
  return Number(text).toLocaleString(locale(), { minimumFractionDigits: places, maximumFractionDigits: 3 }).replace("-", MINUS);
}

/** A decimal without the zeros behind it, its thousands in groups: what is shown on hover and copied is this. */
export function exact(text) {
  const [whole, part = ""] = String(text).replace("-", "").split(".");
  const rest = part.replace(/0+$/, "");
  return `${String(text).startsWith("-") ? MINUS : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest ? `.${rest}` : ""}`;
}

/** A large amount in few digits. */
export function amount(text) {
  const value = Number(text);
  if (Math.abs(value) < 1e6) return number(text, "");
  return lang() === "zh"
    ? value >= 1e8 ? `${(value / 1e8).toFixed(2)} 亿` : `${(value / 1e4).toFixed(1)} 万`
    : value >= 1e9 ? `${(value / 1e9).toFixed(2)} G` : `${(value / 1e6).toFixed(2)} M`;
}

export function unitText(unit) {
  if (unit === "1") return "";
  const text = unit.replace("m3", "m³").replace("10^4", "10⁴");
  return lang() === "en" ? text.replace("能量因数", "energy factor") : text;
}

/** The units above and below the line of a ratio such as kWh/t; a ratio without unit is of kWh. */
export const aboveUnit = unit => (unit?.includes("/") ? unit.slice(0, unit.indexOf("/")) : unit === "1" ? "kWh" : unit ?? "");
export const belowUnit = unit => (unit?.includes("/") ? unit.slice(unit.indexOf("/") + 1) : unit === "1" ? "kWh" : "");

export function signedPercent(value) {
  if (value === null || !Number.isFinite(value)) return "—";
  const size = Math.abs(value);
  return (value < 0 ? MINUS : "+") + size.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2) + " %";
}

/** A difference with its sign. */
export function signed(value) {
  if (value === null || !Number.isFinite(value)) return "—";
  const text = Math.abs(value).toLocaleString(locale(), { maximumFractionDigits: 6 });
  return value === 0 ? "0" : (value < 0 ? MINUS : "+") + text;
}

/** A share that may be above one, in percent. */
export const percent = text => `${(Math.floor(Number(text) * 1000) / 10).toLocaleString(locale(), { maximumFractionDigits: 1 })}%`;

/** How complete something is; it is 100 % only if nothing is missing. */
export const share = text => {
  const value = Number(text) * 100;
  return (value >= 99.995 ? "100" : (Math.floor(value * 10) / 10).toFixed(1)) + "%";
};

/** How far a value lies above its limit, in percent of it. */
export function relative(verdict) {
  if (verdict.value === null || verdict.value === undefined || !verdict.limit || Number(verdict.limit) === 0) return null;
  return ((Number(verdict.value) - Number(verdict.limit)) / Math.abs(Number(verdict.limit))) * 100;
}

/** A time of the API as it is written there: it bears the business calendar's own date, time and offset. */
export function time(text, withYear = true) {
  return text ? `${text.slice(withYear ? 0 : 5, 10)} ${text.slice(11, 16)}` : "—";
}

/** The day before a day. */
export function dayBefore(text) {
  const day = new Date(`${text}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

export function periodLabel(kind, start) {
  const [year, month] = start.split("-");
  if (kind === "year") return lang() === "zh" ? `${year} 年` : year;
  if (kind === "day") return start;
  return lang() === "zh" ? `${year} 年 ${Number(month)} 月`
    : new Date(`${start}T00:00:00Z`).toLocaleDateString("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
}

/** Every start of a kind of period from the last to the first, at most 400. */
export function starts(kind, first, last) {
  const list = [];
  const day = new Date(`${last}T00:00:00Z`);
  const end = new Date(`${first}T00:00:00Z`);
  while (day >= end && list.length < 400) {
    list.push(day.toISOString().slice(0, 10));
    if (kind === "day") day.setUTCDate(day.getUTCDate() - 1);
    else if (kind === "month") day.setUTCMonth(day.getUTCMonth() - 1);
    else day.setUTCFullYear(day.getUTCFullYear() - 1);
  }
  return list;
}
