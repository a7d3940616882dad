import { get } from "/shared/api.js";
import { el, segments } from "/shared/dom.js";
import { number, time } from "/shared/format.js";
import { t } from "/shared/i18n.js";
import { about, enterpriseLink, files, table, tabs } from "./pieces.js";
import { change, changedHref, href } from "./router.js";

const PAGE = 100;
const STATUSES = ["online", "unheard", "offline", "never"];
export const CONCERNS = ["refusals", "clock", "late", "login"];
let typing = null;

/** Devices with a light each, of all enterprises or of one. */
export async function devicesView(at) {
  const { q, status, concern, enterprise, from } = at.query;
  const values = { q, status, concern };
  const path = enterprise ? `/enterprises/${enterprise}/devices` : "/devices";
  const list = await get(path, { ...values, limit: PAGE, cursor: from });
  return [deviceBar(at, "devices", files(path, values), [
    el("input", { type: "search", id: "search", value: q ?? "", placeholder: t("searchDevice"), "aria-label": t("searchDevice"), on: { input: event => search(at, event.target.value) } }),
    el("select", { id: "concern", "aria-label": t("status"), on: { change: event => change(at, { concern: event.target.value, from: "" }) } },
      el("option", { value: "" }, t("allConcerns")), CONCERNS.map(word => el("option", { value: word, selected: word === concern }, t(`concern.${word}`)))),
    segments([["", t("all")], ...STATUSES.map(word => [word, t(`status.${word}`)])], status ?? "", value => change(at, { status: value, from: "" }), { "aria-label": t("status") })]),
  el("section.panel", {}, list.items.length === 0 ? el("div.empty", {}, el("b", {}, t("noDevices"))) : el("div.scrollx", {}, table([
    [t("device"), one => [el("a.who", { href: deviceHref(one) }, one.device), one.registered ? null : el("span.mark.no", {}, t("unregistered"))]],
    [t("who"), one => [enterpriseLink(one.enterprise), el("span.sub", {}, about(one.enterprise))]],
    [t("status"), one => [light(one), concerns(one)]],
    [t("lastSeen"), one => time(one.seenAt), ".day"],
    [t("newestReading"), one => time(one.readingAt), ".day"],
    [t("lateness"), one => seconds(one.latenessMillis), ".num"],
    [t("clock"), one => seconds(one.medianClockOffsetMillis), ".num"],
    [t("day24"), one => [number(String(one.day.accepted), ""), " / ", el(one.day.refused > 0 ? "b.alarm" : "span", {}, number(String(one.day.refused), ""))], ".num"],
    [t("connection"), one => (one.connection ? [one.connection.protocol, el("span.sub", {}, one.connection.address)] : "—")],
  ], list.items)), foot(at, list))];
}

export function deviceBar(at, chosen, tools, inputs) {
  return el("div.bar.viewbar", {}, el("h1", {}, t("devices")),
    tabs([["devices", href("/devices"), t("devices")], ["rejected", href("/rejected"), t("rejected")]], chosen, t("views")),
    el("span.gap"), inputs, tools);
}

export const deviceHref = one => href(`/devices/${one.enterprise.code}/${encodeURIComponent(one.device)}`);

/** A status as a light and a word. */
export const light = one => el(`span.light.${one.status}`, { title: one.status === "unheard" ? t("statusHint.unheard") : null }, el("i", { "aria-hidden": "true" }), t(`status.${one.status}`));

export const concerns = one => one.concerns.map(word => el("span.chip.concern", {}, t(`concern.${word}`)));

/** Milliseconds for reading: seconds, minutes, hours or days. */
export function seconds(millis) {
  if (millis === null || millis === undefined) return "—";
  const size = Math.abs(millis) / 1000;
  const sign = millis < 0 ? "−" : "";
  if (size < 10) return `${sign}${size.toFixed(1)} s`;
  if (size < 120) return `${sign}${size.toFixed(0)} s`;
  if (size < 7200) return `${sign}${(size / 60).toFixed(0)} min`;
  return size < 172_800 ? `${sign}${(size / 3600).toFixed(1)} h` : `${sign}${(size / 86_400).toFixed(1)} d`;
}

function search(at, text) {
  clearTimeout(typing);
  typing = setTimeout(() => change(at, { q: text.trim(), from: "" }, true), 350);
}

/** The ways on from a page of a list. */
export const foot = (at, list) => el("div.foot", {}, el("span", {}, t("rowsShown", list.items.length)), el("span.gap"),
  at.query.from ? el("a.quiet", { href: changedHref(at, { from: "" }) }, t("first")) : null,
  list.next ? el("a.quiet", { id: "next", href: changedHref(at, { from: list.next }) }, t("next")) : null);
