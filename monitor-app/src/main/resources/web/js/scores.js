// The table of features, worst first. A row opens to its chart and its evidence.

import { el, reconcile } from "./dom.js";
import { count, decimal, duration, fullTime, shortCount } from "./format.js";
import { detail } from "./detail.js";
import { scoreBar, sparkline, verdictChip } from "./marks.js";

const COLUMNS = 6;

/** Draws the scores; the model of each is named where there is a choice. */
export function showScores(body, scores) {
  body.classList.toggle("one-model", new Set(scores.map((series) => series.latest.model)).size <= 1);
  reconcile(body, scores.flatMap(withDetail), rowKey, (item) => (item.detail ? detailRow(item) : scoreRow(item)));
}

const open = new Set();

/** Each score is one row, and one more when it is open. */
function withDetail(series) {
  const key = seriesKey(series.latest);
  const row = { key, series, detail: false };
  return open.has(key) ? [row, { key, series, detail: true }] : [row];
}

function rowKey(item) {
  return item.detail ? `${item.key}\ndetail` : item.key;
}

function seriesKey(score) {
  const size = score.windowEndMs - score.windowStartMs;
  return JSON.stringify([score.model, score.source, score.feature, score.slice, score.check, score.metric, size]);
}

/** The name of a feature; a score about the source as a whole has none. */
export function featureName(row) {
  return row.feature ?? `all ${row.source}`;
}

function scoreRow({ key, series }) {
  const name = el("button", {
    type: "button",
    class: "feature",
    "aria-expanded": String(open.has(key)),
    "aria-controls": detailId(key),
  });
  const about = el("span", { class: "about" });
  const cells = Array.from({ length: COLUMNS - 1 }, () => el("td", { role: "cell" }));
  const [bar, n, detects, windows, verdictCell] = cells;
  bar.className = "cell-bar";
  n.className = "number cell-n";
  detects.className = "number cell-detects";
  windows.className = "cell-windows";
  verdictCell.className = "cell-verdict";
  const element = el("tr", { role: "row" }, el("th", { role: "rowheader", scope: "row" }, name, about), ...cells);

  const toggle = () => {
    if (!open.delete(key)) {
      open.add(key);
    }
    name.setAttribute("aria-expanded", String(open.has(key)));
    document.dispatchEvent(new Event("scoreschange"));
  };
  element.addEventListener("click", (event) => {
    if (!getSelection().toString() || event.target === name) {
      toggle();
    }
  });
  element.addEventListener("keydown", (event) => moveFocus(event, element));

  let drawn = null;
  return {
    element,
    update(item) {
      const { latest: score, recent } = item.series;
      const state = JSON.stringify(item.series);
      if (state === drawn) {
        return;
      }
      drawn = state;
      element.className = `score verdict-${score.verdict}`;
      name.textContent = featureName(score);
      about.replaceChildren(el("span", { class: "of-model" }, `${score.model} · `), aboutText(score));
      about.title = about.textContent;
      bar.replaceChildren(scoreBar(score));
      n.replaceChildren(shortCount(score.n));
      n.title = `${count(score.n)} events in the window, ${count(score.nReference)} in the reference`;
      detects.replaceChildren(decimal(score.detectableEffect));
      windows.replaceChildren(sparkline(recent, score.windowEndMs - score.windowStartMs));
      verdictCell.replaceChildren(verdictChip(score.verdict));
      verdictCell.title = `window up to ${fullTime(score.windowEndMs)}`;
    },
  };
}

function aboutText(score) {
  const size = duration(score.windowEndMs - score.windowStartMs);
  const slice = score.slice === "all" ? [] : [score.slice];
  return [...slice, score.source, size, score.metric].join(" · ");
}

function detailId(key) {
  return `detail-${Array.from(key).reduce((hash, letter) => (31 * hash + letter.codePointAt(0)) >>> 0, 7)}`;
}

function detailRow({ key, series }) {
  const inside = detail();
  const cell = el("td", { role: "cell", colspan: COLUMNS }, inside.element);
  inside.update(series);
  return {
    element: el("tr", { role: "row", class: "detail", id: detailId(key) }, cell),
    update: (item) => inside.update(item.series),
    removed: () => inside.destroy(),
  };
}

/** Up and down go from feature to feature. */
function moveFocus(event, row) {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!step || !event.target.classList.contains("feature")) {
    return;
  }
  let next = row[step];
  while (next && next.classList.contains("detail")) {
    next = next[step];
  }
  next?.querySelector(".feature").focus();
  event.preventDefault();
}
