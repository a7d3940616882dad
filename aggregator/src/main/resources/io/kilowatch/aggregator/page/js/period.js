import { el, segments } from "/shared/dom.js";
import { periodLabel, starts } from "/shared/format.js";
import { t } from "/shared/i18n.js";
import { change } from "./router.js";
import { read } from "./store.js";

const BACK = { day: 400, month: 36, year: 6 };

/** The period asked for in the address, or the newest of its kind. */
export async function periodOf(at, kinds = ["month", "year"]) {
  const kind = kinds.includes(at.query.period) ? at.query.period : kinds[kinds.length - 1];
  const newest = (await read("/regions", { period: kind })).period?.start ?? null;
  return { kind, kinds, newest, start: at.query.at ?? newest };
}

/** What the API is asked with. */
export const asked = period => ({ period: period.kind, at: period.start });

/** Buttons for the kind, steps and a list for the period. */
export function periodPicker(at, period) {
  const list = period.newest ? starts(period.kind, earliest(period), period.newest) : [];
  const index = list.indexOf(start(period.kind, period.start));
  const to = value => change(at, { at: value === period.newest ? "" : value, period: period.kind });
  const step = (word, sign, offset) => el("button", { type: "button", id: `period-${word}`, "aria-label": t(word),
    disabled: !list[index + offset], on: { click: () => to(list[index + offset]) } }, sign);
  return [
    period.start ? el("span.printed", {}, periodLabel(period.kind, period.start)) : null,
    period.kinds.length > 1 ? segments(period.kinds.map(kind => [kind, t(kind)]), period.kind,
      kind => change(at, { period: kind, at: "" }), { "aria-label": t("periodKind"), id: "kinds" }) : null,
    list.length === 0 ? null : el("div.stepper", { role: "group", "aria-label": t("period") },
      step("earlier", "‹", 1),
      el("select", { id: "period", "aria-label": t("period"), on: { change: event => to(event.target.value) } },
        list.map(one => el("option", { value: one, selected: one === list[index] }, periodLabel(period.kind, one) + (one === period.newest ? ` · ${t("newest")}` : "")))),
      step("later", "›", -1)),
  ];
}

const start = (kind, day) => (kind === "year" ? `${day.slice(0, 4)}-01-01` : kind === "month" ? `${day.slice(0, 7)}-01` : day);

function earliest(period) {
  const day = new Date(`${period.newest}T00:00:00Z`);
  if (period.kind === "year") day.setUTCFullYear(day.getUTCFullYear() - BACK.year);
  else if (period.kind === "month") day.setUTCMonth(day.getUTCMonth() - BACK.month);
  else day.setUTCDate(day.getUTCDate() - BACK.day);
  return day.toISOString().slice(0, 10);
}
