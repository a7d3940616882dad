import { el } from "/shared/dom.js";
import { aboveUnit, number, share, unitText } from "/shared/format.js";
import { nameOf, t } from "/shared/i18n.js";
import { fact, figure } from "/shared/verdict.js";
import { range } from "./budgetbar.js";
import { panel } from "./pieces.js";

/** What a year will end at if it goes on so, and what may be used until then. */
export function forecastPanel(verdict, forecast) {
  if (!forecast) return null;
  const title = t("forecastOf", forecast.year);
  if (!forecast.made) return panel(title, {}, el("p.nothing.pad", {}, nameOf(forecast.reason)));
  const unit = forecast.unit ?? verdict.unit;
  return panel(title, { note: t("dataBefore", forecast.until), style: ".forecast", id: "forecast" },
    forecast.quota ? scale(forecast, unit) : null,
    el("dl.facts", {},
      fact(t("forecastEnd"), figure(forecast.forecast.value, unit), el("small.nothing.range", {}, range(forecast.forecast, unit))),
      forecast.quota ? fact(t("limitOfYear"), figure(forecast.quota.limit, unit)) : null,
      forecast.quota ? sideFact(forecast.quota) : null,
      forecast.quota ? fact(t("allowance"), figure(forecast.quota.allowance.amount, aboveUnit(unit))) : null,
      forecast.quota?.allowance.perUnit ? fact(t("allowanceEach"), figure(forecast.quota.allowance.perUnit, unit)) : null),
    forecast.quota ? allowance(forecast.quota.allowance, unit) : null,
    el("p.caption", {}, `${nameOf(forecast.method)} · ${t("forecastDays", forecast.days.known, forecast.days.filled, forecast.days.remaining)} · ${t("forecastError", share(forecast.error), forecast.backtests)}`),
    el("details.method", {}, el("summary", {}, t("howForecast")), el("p.caption", {}, nameOf(forecast.text))));
}

function allowance(one, unit) {
  const above = aboveUnit(unit);
  const text = (value, of) => `${number(value.replace(/^-/, ""), of)} ${unitText(of)}`;
  const each = one.perUnit ? t("allowanceUnit", unit === "1" ? number(one.perUnit, "1") : text(one.perUnit, unit)) : "";
  return el(`p.allowance.${one.state}`, { title: nameOf(one.text) }, t(`allowance.${one.state}`, text(one.amount, above), each, one.perDay ? text(one.perDay, above) : "—"));
}

function sideFact(quota) {
  const found = fact(t("expected"), t(quota.within ? "within" : "exceeds"), el("small.nothing.range", {}, t(`certainty.${quota.certainty}`)));
  found.lastChild.classList.add(quota.within ? "within" : "exceeds");
  return found;
}

/** The expected value and its range against the year's limit. */
function scale(forecast, unit) {
  const { low, value, high } = Object.fromEntries(Object.entries(forecast.forecast).map(([key, text]) => [key, Number(text)]));
  const limit = Number(forecast.quota.limit);
  const least = Math.min(low, limit);
  const most = Math.max(high, limit);
  const pad = (most - least || Math.abs(limit) * 0.05 || 1) * 0.3;
  const at = number => `${(((number - least + pad) / (most - least + 2 * pad)) * 100).toFixed(2)}%`;
  return el(`div.fan.${forecast.quota.within ? "within" : "exceeds"}`, { role: "img",
    "aria-label": `${t("forecastEnd")} ${value} (${low} – ${high}) ${unitText(unit)}, ${t("limitOfYear")} ${limit}` },
    el("div.fan-track"), el("div.fan-over", { style: { left: at(limit) } }),
    el("div.fan-range", { style: { left: at(low), width: `calc(${at(high)} - ${at(low)})` } }),
    el("div.fan-value", { style: { left: at(value) } }),
    el("div.fan-limit", { style: { left: at(limit) } }, el("small", {}, t("limit"))));
}
