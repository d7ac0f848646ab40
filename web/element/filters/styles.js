// The filters' looks, adopted beside the element's own.

import { sheetOf } from '../sheet.js';

const kSheet = `
.tools { display: flex; margin-inline-start: -.5rem; }
.tool { min-height: 2.75rem; padding-inline: .5rem; border: 0; border-radius: var(--_radius); background: none; color: inherit; font: inherit; font-size: .875rem; cursor: pointer; }
.tool:hover { background: var(--_tint); }
/* Narrow enough for the count to stand beside it on a phone, where a browser makes it as wide as its longest order. */
select.tool { max-width: 8.5rem; text-overflow: ellipsis; field-sizing: content; }
select.tool option { color: CanvasText; background: Canvas; }
button.tool::after { content: ''; display: inline-block; width: .4em; height: .4em; margin-inline-start: .5em; border: solid currentcolor; border-width: 0 1.5px 1.5px 0; transform: translateY(-.15em) rotate(45deg); }
button.tool[aria-expanded=true]::after { transform: translateY(.1em) rotate(225deg); }
.chip { display: inline-flex; align-items: center; gap: .25rem; min-height: 2rem; max-width: 100%; padding: 0 .375rem 0 .75rem; padding-inline: .75rem .375rem; border: 1px solid var(--_rule); border-radius: 1rem; background: var(--_tint); font-size: .875rem; text-align: start; position: relative; }
.chip::before { content: ''; position: absolute; inset: -.375rem 0; }
.chip:hover { border-color: var(--_ink); }
.chip .icon { width: 1.125em; height: 1.125em; }
.facets { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 1rem 2rem; padding-block: .75rem 1.25rem; border-block-start: 1px solid var(--_rule); }
.facet { min-width: 0; margin: 0; padding: 0; border: 0; }
.facet.wide { grid-column: 1 / -1; order: 1; overflow-x: clip; }
legend { padding: 0; margin-block-end: .25rem; font-size: .8125rem; color: var(--_quiet); }
.value { display: flex; align-items: center; gap: .625rem; min-height: 2rem; font-size: .9375rem; line-height: 1.25; cursor: pointer; }
.value bdi { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.value:hover bdi { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
.value input { width: 1.0625rem; height: 1.0625rem; flex: none; margin: 0; accent-color: var(--_accent); }
.value.empty bdi { color: var(--_quiet); }
.count, .span { font-size: .8125rem; color: var(--_quiet); font-variant-numeric: tabular-nums; }
.facet .text { min-height: 2rem; padding: 0; font-size: .875rem; }
.track { position: relative; height: 4.5rem; margin-inline: .75rem; touch-action: pan-y; cursor: crosshair; }
.plot { display: flex; align-items: end; gap: 1px; height: 100%; border-block-end: 1px solid var(--_edge); }
.plot span { flex: 1; min-width: 0; background: var(--_accent); border-start-start-radius: 1px; border-start-end-radius: 1px; pointer-events: none; }
.plot .out { background: var(--_rule); }
.handle { position: absolute; inset-block: 0; width: 2px; margin-inline-start: -1px; background: var(--_ink); cursor: ew-resize; touch-action: none; }
.handle::before { content: ''; position: absolute; inset-block: 0; inset-inline: -1.375rem; }
.handle::after { content: ''; position: absolute; inset-block-end: -.5rem; inset-inline-start: calc(-.5rem + 1px); width: 1rem; height: 1rem; border: 2px solid var(--_ink); border-radius: 50%; background: var(--_paper); }
.handle:focus-visible { outline: none; }
.handle:focus-visible::after { outline: 2px solid var(--_accent); outline-offset: 2px; }
.span { display: block; margin-block-start: 1rem; }
@media (pointer: coarse) { .value, .facet .text { min-height: 2.75rem; } }
@media (forced-colors: active) {
  .plot span { background: CanvasText; forced-color-adjust: none; }
  .plot .out { background: GrayText; }
  .handle { background: Highlight; }
}
@media print { .facets, button.tool { display: none; } select.tool { appearance: none; } }
`;

/** The one stylesheet of the filters. */
export const styles = sheetOf(kSheet);
