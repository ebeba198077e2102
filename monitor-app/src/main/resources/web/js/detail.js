// What a row opens to: the chart of all windows kept, the bins that moved, and the numbers behind the verdict.

import { fetchSeries } from "./api.js";
import { chart } from "./chart.js";
import { el } from "./dom.js";
import { count, decimal, fullTime, time } from "./format.js";
import { contributors, evidence, facts } from "./marks.js";

export function detail() {
  const canvas = el("div", { class: "chart" });
  const side = el("div", { class: "detail-side" });
  const below = el("div", { class: "detail-facts" });
  const element = el("div", { class: "detail-body" }, canvas, side, below);
  let line = null;
  let latest = null;

  const load = async (score) => {
    try {
      const points = await fetchSeries(score);
      if (element.isConnected) {
        line ??= chart(canvas, score.windowEndMs - score.windowStartMs);
        line.show(points);
      }
    } catch {
      latest = null; // then the next poll tries again
    }
  };

  return {
    element,
    update({ latest: score }) {
      const state = JSON.stringify(score);
      if (state === latest) {
        return;
      }
      latest = state;
      side.replaceChildren(
        score.contributors.length > 0
          ? contributors(score.contributors)
          : el("p", { class: "aside" }, "No single bin stands out."),
      );
      below.replaceChildren(numbers(score), evidence(score.evidence) ?? "");
      load(score);
    },
    destroy() {
      line?.destroy();
    },
  };
}

function numbers(score) {
  return facts([
    ["window", `${time(score.windowStartMs)} – ${fullTime(score.windowEndMs)}`],
    ["score", decimal(score.value)],
    ["threshold", decimal(score.threshold)],
    ["floor", decimal(score.floor)],
    ["null quantile", decimal(score.nullQuantile)],
    ["p-value", decimal(score.pValue)],
    ["level per window", decimal(score.level)],
    ["detectable effect", decimal(score.detectableEffect)],
    ["n", `${count(score.n)}, reference ${count(score.nReference)}`],
    ["check", score.check],
    ["convention", score.convention],
    ["baseline", `${score.baselineId}, version ${score.version}`],
    ["config", score.configHash],
  ]);
}
