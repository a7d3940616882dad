import { el } from "/shared/dom.js";
import { share, unitText } from "/shared/format.js";
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
      forecast.quota ? fact(t("allowance"), figure(forecast.quota.allowance.amount, amountUnit(unit))) : null,
      forecast.quota?.allowance.perUnit ? fact(t("allowanceEach"), figure(forecast.quota.allowance.perUnit, unit)) : null),
    forecast.quota ? el(`p.allowance.${forecast.quota.allowance.state}`, {}, nameOf(forecast.quota.allowance.text)) : null,
    el("p.caption", {}, `${nameOf(forecast.method)} · ${t("forecastDays", forecast.days.known, forecast.days.filled, forecast.days.remaining)} · ${t("forecastError", share(forecast.error), forecast.backtests)}`),
    el("details.method", {}, el("summary", {}, t("howForecast")), el("p.caption", {}, nameOf(forecast.text))));
}

/** The unit above the line of a ratio such as kWh/t. */
const amountUnit = unit => (unit?.includes("/") ? unit.split("/")[0] : unit === "1" ? "kWh" : unit);

function sideFact(quota) {
  const found = fact(t("expected"), t(quota.within ? "within" : "exceeds"), el("small.nothing", {}, ` ${t(`certainty.${quota.certainty}`)}`));
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
