// Where every record went: read = profiled + late + rejected.

import { el } from "./dom.js";
import { count } from "./format.js";

const PARTS = ["read", "profiled", "late", "rejected", "open"];

export function showAccounting(equation, body, rows) {
  const total = Object.fromEntries(PARTS.map((part) => [part, rows.reduce((sum, row) => sum + row[part], 0)]));
  const balanced = rows.every((row) => row.open === 0);
  equation.replaceChildren(
    ...term(total, "read"),
    sign("="),
    ...term(total, "profiled"),
    sign("+"),
    ...term(total, "late"),
    sign("+"),
    ...term(total, "rejected"),
    ...(balanced ? [] : [sign("+"), el("b", {}, count(total.open)), " in progress"]),
    el("span", { class: balanced ? "chip balanced" : "chip open" }, balanced ? "exact" : "in progress"),
  );
  const sorted = [...rows].sort(
    (a, b) => a.model.localeCompare(b.model) || a.source.localeCompare(b.source) || a.partition - b.partition,
  );
  body.replaceChildren(
    ...sorted.map((row) =>
      el(
        "tr",
        {},
        el("td", {}, row.model),
        el("td", {}, row.source),
        el("td", { class: "number" }, row.partition < 0 ? "all" : count(row.partition)),
        ...PARTS.map((part) => el("td", { class: "number" }, count(row[part]))),
      ),
    ),
  );
}

function term(total, part) {
  return [el("b", {}, count(total[part])), ` ${part}`];
}

function sign(text) {
  return el("span", { class: "sign" }, text);
}
