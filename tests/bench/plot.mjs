// Line charts with logarithmic axes, as SVG.

/** @typedef {{ name: string, points: [x: number, y: number][] }} Series */
/** @typedef {{ title: string, xLabel: string, yLabel: string, series: Series[], showY: (value: number) => string }} Chart */

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = { top: 40, right: 150, bottom: 48, left: 72 };
/** Told apart by the colour-blind too (Okabe and Ito's palette). */
const COLOURS = ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#555555'];
const LABEL_HEIGHT = 14;

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * Maps [low, high] to [from, to] by logarithms.
 * @param {number} low @param {number} high @param {number} from @param {number} to
 * @returns {(value: number) => number}
 */
function logarithmic(low, high, from, to) {
  const [begin, end] = [Math.log(low), Math.log(high)];
  return (value) => from + ((Math.log(value) - begin) / (end - begin || 1)) * (to - from);
}

/** 1, 2 and 5 times the powers of ten between two values. @param {number} low @param {number} high */
function ticksBetween(low, high) {
  const ticks = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    ticks.push(...[1, 2, 5].map((factor) => factor * power));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}

/** Pushes labels apart that would cover each other. @param {number[]} wanted @returns {number[]} */
function spread(wanted) {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed = [...wanted];
  let free = -Infinity;
  for (const { y, index } of order) {
    placed[index] = Math.max(y, free);
    free = placed[index] + LABEL_HEIGHT;
  }
  return placed;
}

/** @param {Chart} chart @returns {string} */
export function toSvg({ title, xLabel, yLabel, series, showY }) {
  const all = series.flatMap((one) => one.points);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [bottom, right] = [HEIGHT - MARGIN.bottom, WIDTH - MARGIN.right];
  const x = logarithmic(Math.min(...xs), Math.max(...xs), MARGIN.left, right);
  const y = logarithmic(Math.min(...ys) / 1.2, Math.max(...ys) * 1.2, bottom, MARGIN.top);
  const grid = ticksBetween(Math.min(...ys) / 1.2, Math.max(...ys) * 1.2).map(
    (tick) => `<path class="grid" d="M${MARGIN.left} ${y(tick).toFixed(1)}H${right}"/>
<text x="${MARGIN.left - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${showY(tick)}</text>`,
  );
  const columns = [...new Set(xs)].map(
    (tick) => `<text x="${x(tick).toFixed(1)}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`,
  );
  const ends = series.map(({ points }) => y(points[points.length - 1][1]));
  const labels = spread(ends);
  const lines = series.map(({ name, points }, index) => {
    const path = points.map(([px, py]) => `${x(px).toFixed(1)} ${y(py).toFixed(1)}`).join('L');
    const colour = COLOURS[index % COLOURS.length];
    return `<path class="line" stroke="${colour}" d="M${path}"/>
<text x="${right + 8}" y="${(labels[index] + 4).toFixed(1)}" style="fill:${colour}">${escapeXml(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
<title>${escapeXml(title)}</title>
<style>text{font:12px system-ui,sans-serif;fill:#444}.title{font-size:15px;fill:#111}
.grid{stroke:#ddd}.line{fill:none;stroke-width:2.5}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text class="title" x="${MARGIN.left}" y="22">${escapeXml(title)}</text>
<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${escapeXml(xLabel)}</text>
<text x="14" y="${MARGIN.top - 8}">${escapeXml(yLabel)}</text>
${[...grid, ...columns, ...lines].join('\n')}
</svg>
`;
}
