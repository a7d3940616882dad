// Elements are built from data by these functions only; data never becomes markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: el("div.card.open", {title: "…", on: {click}}, child, "text", …). Null children are left out. */
export function el(selector, attributes, ...children) {
  const [tag, ...classes] = selector.split(".");
  return fill(document.createElement(tag || "div"), classes, attributes, children);
}

/** The same for SVG. */
export function svg(selector, attributes, ...children) {
  const [tag, ...classes] = selector.split(".");
  return fill(document.createElementNS(SVG, tag), classes, attributes, children);
}

function fill(node, classes, attributes, children) {
  const used = classes.filter(Boolean);
  if (used.length > 0) node.classList.add(...used);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    else if (name === "style") Object.assign(node.style, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return node;
}

/** A choice between a few: [[value, text], …]; tells which was chosen. */
export function segments(choices, chosen, choose, attributes = {}) {
  return el("div.segments", { role: "group", ...attributes }, choices.map(([value, text]) => el("button",
    { type: "button", "data-value": value, "aria-pressed": String(value === chosen), on: { click: () => choose(value) } }, text)));
}

export const byId = id => document.getElementById(id);

const GLYPHS = {
  within: "M3.5 8.4 6.6 11.5 12.5 4.8",
  exceeds: "M8 2.8 14 13H2Z",
  doubt: "M5.7 6a2.3 2.3 0 1 1 3.3 2.1c-.7.4-1 .8-1 1.6M8 12.4v.3",
  bell: "M4 11.5V7.5a4 4 0 0 1 8 0v4l1 1H3ZM7 14.4h2",
  seen: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4Zm6-1.4v2.8",
};

export function glyph(name, size = 12) {
  return svg("svg", { viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true" },
    svg("path", { d: GLYPHS[name], fill: name === "exceeds" ? "currentColor" : "none", stroke: "currentColor",
      "stroke-width": name === "exceeds" ? 1 : 2, "stroke-linecap": "round", "stroke-linejoin": "round" }));
}
