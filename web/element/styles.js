// The element's looks, as one stylesheet that every instance adopts (so a policy without
// 'unsafe-inline' has nothing to forbid).
//
// Colours are mixed from the page's own ink, so the element is light on a light page and dark on a
// dark one without being told. What floats above the page (popup, dialog) takes the system's paper
// and ink, which follow `color-scheme`. All of it can be set by the --catchword-* properties.
// Directions are logical throughout; touch targets are at least 44 pixels high.

import { sheetOf } from './sheet.js';

const kSheet = `
:host {
  --_ink: var(--catchword-ink, currentcolor);
  --_paper: var(--catchword-paper, Canvas);
  --_accent: var(--catchword-accent, color-mix(in srgb, var(--_ink) 50%, #d8301a));
  --_quiet: var(--catchword-quiet, color-mix(in srgb, var(--_ink) 72%, transparent));
  --_rule: var(--catchword-rule, color-mix(in srgb, var(--_ink) 18%, transparent));
  --_edge: var(--catchword-edge, color-mix(in srgb, var(--_ink) 55%, transparent));
  --_tint: var(--catchword-tint, color-mix(in srgb, var(--_ink) 6%, transparent));
  --_mark: var(--catchword-mark, color-mix(in srgb, #e8b32a 34%, transparent));
  --_outset: var(--catchword-outset, 8px);
  --_radius: var(--catchword-radius, 3px);
  display: block;
  position: relative;
  color: var(--_ink);
  font-family: var(--catchword-font, inherit);
  line-height: 1.5;
  text-align: start;
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
button, input { font: inherit; color: inherit; margin: 0; }
button { background: none; border: 0; cursor: pointer; }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.75; stroke-linecap: round; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.box {
  position: relative;
  display: flex;
  align-items: center;
  gap: .625rem;
  min-height: var(--catchword-height, 3rem);
  padding-inline: .875rem .25rem;
  border: 1px solid var(--_edge);
  border-radius: var(--_radius);
  background: var(--catchword-field, transparent);
  cursor: text;
}
.box > .icon { color: var(--_quiet); }
.box:focus-within { border-color: var(--_accent); outline: 1px solid var(--_accent); outline-offset: 0; }
.box input {
  flex: 1;
  min-width: 0;
  align-self: stretch;
  padding: 0;
  border: 0;
  background: none;
  font-size: max(1rem, 1em);
  outline: none;
  appearance: none;
}
.box input::placeholder { color: var(--_quiet); opacity: 1; }
.box input::-webkit-search-cancel-button, .box input::-webkit-search-decoration { display: none; }
.box button { display: grid; place-items: center; width: 2.75rem; height: 2.75rem; padding: 0; color: var(--_quiet); border-radius: var(--_radius); }
.box button:hover { color: var(--_ink); }
kbd { font: inherit; font-size: .8125rem; line-height: 1; padding: .3em .5em; margin-inline-end: .5rem; border: 1px solid var(--_rule); border-radius: var(--_radius); color: var(--_quiet); }

/* The quiet sign: a hairline under the box that starts to move after 150 ms, and not before. */
.busy { position: absolute; inset-inline: 0; inset-block-end: -1px; height: 2px; overflow: hidden; opacity: 0; border-radius: var(--_radius); }
.busy:dir(rtl) { scale: -1 1; }
.busy::after { content: ''; position: absolute; inset: 0 auto 0 0; width: 30%; background: var(--_accent); }
:host([busy='']) .busy { opacity: 1; transition: opacity .1s .15s; }
:host([busy='']) .busy::after { animation: pass 1.1s .15s ease-in-out infinite; }
/* Moved by what needs no layout: the searching itself must not wait for it. */
@keyframes pass { from { translate: -100%; } to { translate: 334%; } }

.summary, .notice, .error { margin: 0; font-size: .875rem; color: var(--_quiet); }
/* As high as its tools, which come later: nothing below moves when they do. */
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; min-height: 3rem; padding-block-start: .25rem; }
/* Its own lines break sooner than the tools stand below it. */
.summary { flex: 1 8rem; overflow: hidden; font-variant-numeric: tabular-nums; }
/* The dot hangs in the gap before its phrase, and at the beginning of a line outside. */
.summary > span { display: inline-block; }
.summary > :first-child { margin-inline-end: 1ch; }
.summary i { display: inline-block; width: 1.5ch; margin-inline-start: -1.5ch; text-align: end; white-space: pre; }
.chips { min-height: 2.75rem; }
.notice { padding-block-end: .25rem; }
.notice b { font-weight: 400; color: var(--_ink); }
.error { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-block: .75rem .25rem; padding: .25rem .875rem; border-inline-start: 3px solid var(--_accent); background: var(--_tint); color: var(--_ink); }
.error p { margin: .375rem 0; flex: 1 1 16rem; }
.error .text { padding: 0; }
.error small { display: block; }
.none { padding-block: .875rem 1rem; }
.none p { margin: 0 0 .25rem; }
.result, .none p, .error p { overflow-wrap: anywhere; }
small { font-size: .8125rem; color: var(--_quiet); }
.text { min-height: 2.75rem; padding: 0 .25rem; color: var(--_accent); text-decoration: underline; text-underline-offset: .2em; }
.text:hover { text-decoration-thickness: 2px; }

.result {
  position: relative;
  z-index: 0;
  display: block;
  margin-block-start: .5rem;
  padding-block: .875rem .5rem;
  border-block-start: 1px solid var(--_rule);
  color: inherit;
  text-decoration: none;
  scroll-margin-block: 5rem 1rem;
}
.result > span { display: block; }
.result:is(:hover, [aria-selected=true])::before { content: ''; position: absolute; z-index: -1; inset: 0 calc(-1 * var(--_outset)); border-radius: var(--_radius); background: var(--_tint); }
.result[aria-selected=true]::before { border-inline-start: 3px solid var(--_accent); border-start-start-radius: 0; border-end-start-radius: 0; }
.passage, .recent { margin-block-start: 0; }
.passage { border-block-start: 0; padding-block: .375rem; padding-inline-start: 1rem; min-height: 2.75rem; }
.result > .run { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.run :is(.heading, .snippet) { display: inline; font-size: .875rem; line-height: 1.45; }
/* However long, it leaves room for the words behind it. */
.run .heading { display: inline-block; max-width: 60%; }
.run .heading, .opener span { overflow: clip; text-overflow: ellipsis; white-space: nowrap; }
.all { cursor: pointer; }
.all .text { display: inline; min-height: 0; padding: 0; font-size: .875rem; }
.recent { display: flex; align-items: center; min-height: 2.75rem; padding-block: .25rem; cursor: pointer; }
.title, .heading, .snippet { text-align: match-parent; text-wrap: pretty; }
.title { font-family: var(--catchword-title-font, inherit); font-size: 1.1875em; line-height: 1.3; }
.result:hover .title { text-decoration: underline; text-underline-offset: .2em; }
.heading { margin-block-start: .1875rem; font-size: .875rem; line-height: 1.4; color: var(--_accent); }
.heading::before { content: '§\\00a0'; }
.snippet { margin-block-start: .25rem; font-size: .9375rem; line-height: 1.5; max-width: 42rem; }
.meta { margin-block-start: .3125rem; font-size: .8125rem; line-height: 1.4; color: var(--_quiet); }
/* A fact that fits into a line is not broken. */
.meta bdi { display: inline-block; }
mark { background: var(--_mark); color: inherit; border-radius: 2px; padding-inline: 1px; margin-inline: -1px; }
.group { display: flex; align-items: center; gap: 1rem; margin: 0; padding-block: 1rem .875rem; font-size: .8125rem; color: var(--_quiet); }
.group::after { content: ''; flex: 1; border-block-start: 1px solid var(--_rule); }
.group + div > :first-child { border-block-start: 0; padding-block-start: .25rem; }
.foot { display: flex; justify-content: space-between; align-items: center; gap: 1rem; border-block-start: 1px solid var(--_rule); font-size: .875rem; color: var(--_quiet); }

/* Above the page: a popup under the box, or a dialog. */
.above { --_outset: .875rem; color: var(--catchword-ink, CanvasText); background: var(--_paper); border: 1px solid var(--_edge); border-radius: var(--_radius); box-shadow: 0 .5rem 2rem rgb(0 0 0 / .3); }
.panel.above { position: absolute; z-index: var(--catchword-layer, 10); inset-block-start: calc(100% + .375rem); inset-inline: 0; max-height: min(36rem, 75dvh); overflow-y: auto; overscroll-behavior: contain; padding-inline: .875rem; }
dialog { position: fixed; width: min(44rem, 100% - 2rem); max-width: none; height: fit-content; max-height: min(46rem, 100dvh - 8rem); margin: 4rem auto auto; padding: 0; overflow: hidden; inset: 0; }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(20 18 15 / .42); }
dialog .box { border: 0; border-radius: 0; min-height: 3.5rem; flex: none; }
dialog .box:focus-within { outline: none; }
dialog .panel { overflow-y: auto; overscroll-behavior: contain; padding-inline: 1rem; border-block-start: 1px solid var(--_rule); }
dialog .keys { display: flex; gap: 1.25rem; flex: none; margin: 0; padding: .625rem 1rem; border-block-start: 1px solid var(--_rule); font-size: .8125rem; color: var(--_quiet); }
dialog .keys kbd { color: inherit; margin-inline-end: .375rem; }
.opener { width: 100%; text-align: start; color: var(--_quiet); cursor: pointer; }
.opener span { flex: 1; }
.opener:hover { border-color: var(--_ink); color: var(--_ink); }

@media (hover: none) { .box kbd, dialog .keys { display: none; } }
@media (max-width: 40rem) {
  dialog { width: 100%; max-height: none; height: 100dvh; margin: 0; border: 0; border-radius: 0; box-shadow: none; }
  dialog .keys { display: none; }
}
@media (prefers-contrast: more) {
  :host { --_quiet: var(--_ink); --_rule: var(--_ink); --_edge: var(--_ink); }
  mark { font-weight: 700; }
}
@media (prefers-reduced-motion: reduce) {
  :host([busy='']) .busy::after { animation: none; width: 100%; }
}
@media (forced-colors: active) {
  .result[aria-selected=true]::before { background: none; border: 0; outline: 3px solid Highlight; outline-offset: -3px; }
  .box:focus-within { outline: 2px solid Highlight; }
  mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  .busy::after { background: Highlight; }
}
@media print {
  .box, .all, .foot, .error, dialog, .panel.above { display: none; }
  .result { break-inside: avoid; }
}
`;

/** The one stylesheet of the element. */
export const styles = sheetOf(kSheet);
