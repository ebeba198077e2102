// The small graphics: the bar of a score, the line of its last windows, the shares of a bin, chips.

import { el, svg } from "./dom.js";
import { decimal, percent, times, verdict } from "./format.js";

const WIDTH = 132;
const HEIGHT = 30;
const PAD = 3;
/** Bars end at twice the threshold, so that the thresholds of all rows stand in one line. */
const BAR_END = 2;

export function verdictChip(word) {
  return el("span", { class: `chip verdict-${word}` }, verdict(word));
}

export function stateChip(word) {
  return el("span", { class: `chip state-${word}` }, word.toLowerCase());
}

/** The score as a bar, with a line where the threshold is and a notch where the floor is. */
export function scoreBar(score) {
  const share = (value) => `${(100 * Math.min(value, BAR_END)) / BAR_END}%`;
  const floor = score.threshold > 0 ? score.floor / score.threshold : 0;
  const moved = score.verdict === "MOVED";
  const track = el(
    "div",
    { class: "track", "aria-hidden": "true" },
    el("div", { class: "fill", style: { width: share(score.ratio) } }),
    floor > 0 && floor < 1 ? el("div", { class: "notch", style: { left: share(floor) } }) : null,
    el("div", { class: "limit" }),
  );
  const figures = el(
    "div",
    { class: "figures" },
    el("span", { class: "value" }, score.enoughData ? decimal(score.value) : "–"),
    el("span", { class: "of" }, `of ${decimal(score.threshold)}`),
    moved ? el("span", { class: "times" }, times(score.ratio)) : null,
  );
  const className = `bar-cell verdict-${score.verdict}${score.ratio > BAR_END ? " beyond" : ""}`;
  return el("div", { class: className }, figures, track);
}

/** Values against the threshold over the last windows. A gap in time is a gap in the line. */
export function sparkline(points, windowSizeMs) {
  const { windowEndMs: ends, value, threshold } = points;
  const known = [...value, ...threshold].filter((number) => number !== null);
  const top = Math.max(...known, 1e-12) * 1.08;
  const first = ends[0];
  const span = Math.max(ends[ends.length - 1] - first, 1);
  const x = (index) => PAD + ((WIDTH - 2 * PAD) * (ends[index] - first)) / span;
  const y = (number) => HEIGHT - PAD - ((HEIGHT - 2 * PAD) * number) / top;
  const path = (numbers) => {
    let open = false;
    let steps = "";
    numbers.forEach((number, index) => {
      const follows = open && ends[index] - ends[index - 1] < 1.5 * windowSizeMs;
      open = number !== null;
      if (open) {
        steps += `${follows ? "L" : "M"}${x(index).toFixed(1)} ${y(number).toFixed(1)}`;
      }
    });
    return steps;
  };
  const above = ends.map((_, index) => index).filter((index) => value[index] > threshold[index]);
  const last = ends.length - 1;
  return svg(
    "svg",
    {
      class: "sparkline",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: "img",
      "aria-label": `last ${ends.length} windows, ${above.length} above the threshold`,
    },
    svg("path", { class: "threshold", d: path(threshold) }),
    svg("path", { class: "value", d: path(value) }),
    ...above.map((index) => svg("circle", { class: "above", cx: x(index), cy: y(value[index]), r: 1.6 })),
    value[last] === null
      ? null
      : svg("circle", {
          class: value[last] > threshold[last] ? "last above" : "last",
          cx: x(last),
          cy: y(value[last]),
          r: 2.4,
        }),
  );
}

/** Bins that moved: the share of the reference above, the share of the window below it. */
export function contributors(bins) {
  const widest = Math.max(...bins.flatMap((bin) => [bin.referenceShare ?? 0, bin.currentShare ?? 0]), 1e-9);
  const width = (share) => ({ width: `${(100 * (share ?? 0)) / widest}%` });
  const rows = bins.slice(0, 8).map((bin) =>
    el(
      "tr",
      {},
      el("th", { scope: "row", title: bin.bin }, bin.bin),
      el(
        "td",
        { class: "bars", "aria-hidden": "true" },
        el("div", { class: "share reference", style: width(bin.referenceShare) }),
        el("div", { class: "share current", style: width(bin.currentShare) }),
      ),
      el("td", { class: "number reference" }, percent(bin.referenceShare)),
      el("td", { class: "number current" }, percent(bin.currentShare)),
    ),
  );
  const head = el(
    "tr",
    {},
    el("th", { scope: "col" }, "Bin that moved"),
    el("td", {}),
    el("th", { scope: "col", class: "number reference" }, "reference"),
    el("th", { scope: "col", class: "number current" }, "window"),
  );
  return el("table", { class: "contributors" }, el("thead", {}, head), el("tbody", {}, ...rows));
}

/** Facts as pairs of name and value; those without a value are left out. */
export function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "–");
  return el("dl", { class: "facts" }, ...shown.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** Where the records lie, one line for each partition. */
export function evidence(ranges) {
  const lines = ranges.map((range) =>
    el("li", {}, `${range.topic}-${range.partition} @ ${range.firstOffset} – ${range.lastOffset}`),
  );
  return lines.length === 0 ? null : el("ul", { class: "evidence" }, ...lines);
}
