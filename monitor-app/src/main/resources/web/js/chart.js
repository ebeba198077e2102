// The large chart of one series, drawn by uPlot on a canvas.

const HEIGHT = 190;

/** A chart of value and threshold of windows of one size in `host`. Returns `{ show(points), destroy() }`. */
export function chart(host, windowSizeMs) {
  let plot = null;
  let shown = null;

  const draw = () => {
    plot?.destroy();
    plot = new window.uPlot(options(host), columns(shown, windowSizeMs), host);
  };
  const redraw = () => shown && draw();
  const observer = new ResizeObserver(() => plot?.setSize({ width: host.clientWidth, height: HEIGHT }));
  observer.observe(host);
  document.addEventListener("themechange", redraw);

  return {
    show(points) {
      shown = points;
      if (plot) {
        plot.setData(columns(points, windowSizeMs));
      } else {
        draw();
      }
    },
    destroy() {
      observer.disconnect();
      document.removeEventListener("themechange", redraw);
      plot?.destroy();
    },
  };
}

/** Columns as uPlot takes them, with an empty point in each gap of time, so that the line breaks there. */
function columns({ windowEndMs, value, threshold }, windowSizeMs) {
  const rows = [[], [], []];
  windowEndMs.forEach((ms, index) => {
    if (index > 0 && ms - windowEndMs[index - 1] > 1.5 * windowSizeMs) {
      push(rows, (windowEndMs[index - 1] + windowSizeMs) / 1000, null, null);
    }
    push(rows, ms / 1000, value[index], threshold[index]);
  });
  return rows;
}

function push(rows, ...values) {
  values.forEach((value, index) => rows[index].push(value));
}

const ofDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const ofHour = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });

/** Days as days, and the hours between them as hours. */
function ticks(_, splits) {
  return splits.map((seconds) => (seconds % 86_400 === 0 ? ofDay : ofHour).format(seconds * 1000));
}

function options(host) {
  const muted = color(host, "--muted");
  const line = color(host, "--line");
  const accent = color(host, "--accent");
  const axis = { stroke: muted, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: "11px system-ui" };
  const stamp = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const figure = (_, value) => (value === null || value === undefined ? "–" : String(Number(value.toPrecision(3))));
  return {
    width: host.clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => window.uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    cursor: { y: false, points: { size: 7 } },
    scales: { y: { range: (_, low, high) => [Math.min(0, low), high * 1.08 || 1] } },
    axes: [
      { ...axis, grid: { show: false }, values: ticks },
      { ...axis, size: 56 },
    ],
    series: [
      { label: "window ends", value: (_, seconds) => (seconds ? `${stamp.format(seconds * 1000)} UTC` : "–") },
      { label: "score", stroke: accent, width: 1.5, fill: color(host, "--accent-wash"), value: figure, points: { show: false } },
      { label: "threshold", stroke: color(host, "--moved"), width: 1.2, dash: [5, 4], value: figure, points: { show: false } },
    ],
  };
}

/** A custom property as a colour that a canvas understands: only a computed colour has its theme resolved. */
function color(host, property) {
  host.style.color = `var(${property})`;
  const resolved = getComputedStyle(host).color;
  host.style.removeProperty("color");
  return resolved;
}
