import { get } from "/shared/api.js";
import { el } from "/shared/dom.js";
import { dayBefore, number, time } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { hoursChart, legendOf, lineChart, onlineChart } from "./devicecharts.js";
import { concerns, light, seconds } from "./devices.js";
import { files, headline, nothing, panel, table } from "./pieces.js";
import { change, href } from "./router.js";

const SPANS = [1, 7, 30];

/** The health of one device. */
export async function deviceView(at) {
  const [, code, id] = at.path;
  const path = `/enterprises/${code}/devices/${encodeURIComponent(id)}`;
  const span = Number(at.query.days ?? 7);
  const values = at.query.to ? { to: at.query.to, from: daysBefore(at.query.to, span - 1) } : {};
  let one = await get(path, values);
  if (!at.query.to && span !== 7) one = await get(path, { to: one.to, from: daysBefore(one.to, span - 1) });
  const stretch = { from: one.from, to: one.to };
  return [head(at, one, span, files(path, stretch)), headlines(one),
    one.refusedLogin && one.concerns.includes("login") ? el("p.notice", { role: "status" }, t("loginRefused", time(one.refusedLogin.at), one.refusedLogin.why, one.refusedLogin.address)) : null,
    panel(t("onlineHistory"), { id: "online", note: t("onlineNote", one.from, one.to, one.connections.length) }, onlineChart(one), connections(one)),
    one.hours.length === 0 ? panel(t("readingsByHour"), {}, nothing("noHours")) : [
      el("div.columns", {},
        panel(t("readingsByHour"), { id: "hours", note: t("rate", rate(one)) }, hoursChart(one, hour => [["accepted", hour.accepted]], t("readingsByHour"), 0.575)),
        refusals(one)),
      el("div.columns.even", {},
        panel(t("clockOffset"), { id: "clock", note: t("clockNote") }, lineChart(one, hour => hour.medianClockOffsetMillis, t("clockOffset"), seconds)),
        panel(t("lateness"), { id: "lateness", note: t("latenessNote") }, lineChart(one, hour => hour.latenessMillis, t("lateness"), seconds)))]];
}

const rate = one => Math.round(one.hours.reduce((sum, hour) => sum + hour.messages, 0) / Math.max(1, one.hours.length));

function head(at, one, span, tools) {
  const move = days => change(at, { to: shifted(one.to, days) });
  return el("div.bar.viewbar.tall", {},
    el("div.title", {}, el("h1", {}, one.device, " ", light(one)),
      el("span.sub", {}, el("a", { href: href(`/enterprises/${one.enterprise.code}`) }, nameOf(one.enterprise.name)), ` · ${one.enterprise.code}`, one.registered ? "" : ` · ${t("unregistered")}`, " ", concerns(one))),
    el("a.quiet", { href: href("/rejected", { enterprise: one.enterprise.code, device: one.device, state: "all" }) }, t("rejectedOf")),
    el("span.stepper", {},
      el("button", { type: "button", title: t("earlierDays"), "aria-label": t("earlierDays"), on: { click: () => move(-span) } }, "‹"),
      el("select", { id: "days", "aria-label": t("periodKind"), on: { change: event => change(at, { days: event.target.value }) } },
        SPANS.map(days => el("option", { value: days, selected: days === span }, t("days", days)))),
      el("button", { type: "button", title: t("laterDays"), "aria-label": t("laterDays"), on: { click: () => move(span) } }, "›")),
    tools);
}

function headlines(one) {
  const link = one.connection;
  const word = link === null ? "" : link.offlineAt ? t("ended", time(link.offlineAt), t(`ending.${link.ending}`)) : t("since3", time(link.onlineAt));
  return el("div.headlines.health", {},
    headline(t("lastSeen"), time(one.seenAt), word),
    headline(t("newestReading"), time(one.readingAt), `${t("lateness")} ${seconds(one.latenessMillis)}`, one.concerns.includes("late") ? ".exceeds" : ""),
    headline(t("clock"), seconds(one.medianClockOffsetMillis), seconds(one.clockOffsetMillis), one.concerns.includes("clock") ? ".exceeds" : ""),
    headline(t("day24"), `${number(String(one.day.accepted), "")} / ${number(String(one.day.refused), "")}`, null, one.concerns.includes("refusals") ? ".exceeds" : ""));
}

function refusals(one) {
  const codes = Object.entries(one.refusals).sort((a, b) => b[1] - a[1]);
  return panel(t("refusalsByReason"), { id: "refusals" }, codes.length === 0 ? nothing("noRefusals") : [
    hoursChart(one, hour => codes.map(([code]) => [code, hour.refusals[code] ?? 0]), t("refusalsByReason"), 0.425),
    legendOf(codes.map(([code, count], index) => [index, el("a", { href: href("/rejected", { enterprise: one.enterprise.code, device: one.device, code, state: "all" }) }, t(`code.${code}`)), count]))]);
}

const connections = one => (one.connections.length === 0 ? null : el("details.as-table", { open: one.connections.length <= 5 }, el("summary", {}, t("tableOf")), table([
  [t("from"), link => time(link.onlineAt), ".day"],
  [t("to"), link => (link.offlineAt ? time(link.offlineAt) : link.open ? t("open2") : `${t("status.unheard")} ${time(link.toldAt)}`), ".day"],
  [t("ending"), link => (link.ending ? t(`ending.${link.ending}`) : "")],
  [t("protocol"), link => link.protocol], [t("address"), link => link.address],
  [t("messages"), link => link.messages, ".num"], [t("accepted"), link => link.accepted, ".num"], [t("refused"), link => link.refused, ".num"],
  [t("will"), link => (link.will ? [el("code", {}, link.will.content), el("span.sub", {}, link.will.topic)] : "")],
], one.connections)));

function shifted(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function daysBefore(day, days) {
  return days === 1 ? dayBefore(day) : shifted(day, -days);
}
