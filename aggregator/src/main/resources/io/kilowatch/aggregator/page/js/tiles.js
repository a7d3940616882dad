import { countyName, regionName } from "/shared/codes.js";
import { el } from "/shared/dom.js";
import { t } from "/shared/i18n.js";
import { OUTCOMES, outcomesBar, panel } from "./pieces.js";
import { changedHref } from "./router.js";

/** The next finer regions of one as tiles, each as wide as its number of enterprises asks for; a tile leads into its region. */
export function tileGrid(at, items, chosen, whole) {
  const digits = chosen.length === 2 ? 4 : 6;
  const parent = chosen.length === 6 ? chosen.slice(0, 4) : chosen;
  const tiles = items.filter(one => one.digits === digits && one.region.startsWith(parent));
  const most = Math.max(1, ...tiles.map(one => one.enterprises));
  return panel(t("regions"), { note: t("regionsNote") }, el("ol.tiles", {}, tiles.map(one => tile(at, one, most, chosen, whole))));
}

function tile(at, one, most, chosen, whole) {
  const worst = ["exceeds", "cannot-be-judged", "within"].find(word => one.standing[word] > 0) ?? "none";
  const judged = OUTCOMES.reduce((sum, word) => sum + one.standing[word], 0);
  const open = one.region === chosen;
  return el(`li.tile.${worst}${open ? ".open" : ""}`, { style: { flexGrow: String(0.6 + one.enterprises / most) } },
    el("a", { href: changedHref(at, { region: open ? (one.region.length === 6 ? one.region.slice(0, 4) : whole === one.region ? "" : whole) : one.region }), "aria-current": open ? "true" : null },
      el("span.tile-name", {}, one.digits === 4 ? regionName(`${one.region}00`, true) : countyName(one.region), one.digits === 6 ? el("small", {}, one.region) : null),
      el("span.tile-count", {}, el("b", {}, String(one.enterprises)), t("enterprisesUnit")),
      outcomesBar(one.standing, true),
      el("span.tile-share", {}, judged === 0 ? t("noVerdict") : one.standing.exceeds > 0 ? t("exceedCount", one.standing.exceeds) : t("noneExceeds"))));
}
