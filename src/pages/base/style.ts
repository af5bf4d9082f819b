/** One style sheet for all pages of the plugin. Contrasts are at least 4.5 to 1, targets at least 44 pixels high. */
export const STYLE = `
:root { color-scheme: light; --ink: #18181b; --soft: #52525b; --line: #d4d4d8; --paper: #ffffff; --ground: #f4f4f5;
  --strong: #1d4ed8; --strong-ink: #ffffff; --good: #166534; --good-ground: #dcfce7; --warn: #92400e; --warn-ground: #fef3c7;
  --bad: #b91c1c; --bad-ground: #fee2e2; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: break-word; }
.top, main, .bottom { max-width: 44rem; margin: 0 auto; padding: 1rem; }
.top { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: center; }
.seller { margin: 0; font-weight: 600; }
.languages { display: flex; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
.languages a { display: inline-block; min-height: 2.75rem; padding: 0.6rem 0.5rem; }
.languages a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.skip { position: absolute; left: -100vw; top: 0; background: var(--paper); padding: 0.75rem 1rem; z-index: 1; }
.skip:focus { left: 0; }
main:focus { outline: none; }
a { color: var(--strong); }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, select:focus-visible, summary:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.25rem; }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 0 0 0.75rem; }
h3 { font-size: 1rem; line-height: 1.3; margin: 0 0 0.5rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.25rem; margin: 0 0 1rem; }
.card > p:first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.card ul { list-style: none; margin: 0; padding: 0; }
.amount { font-size: 2rem; font-weight: 700; line-height: 1.2; margin: 0.5rem 0 0; font-variant-numeric: tabular-nums; }
.soft { color: var(--soft); margin: 0; }
.badge { display: inline-block; border-radius: 999px; padding: 0.125rem 0.75rem; font-weight: 600; font-size: 0.875rem; background: var(--ground); }
.badge.good, .note.good { background: var(--good-ground); color: var(--good); }
.badge.warn, .note.warn { background: var(--warn-ground); color: var(--warn); }
.badge.bad, .note.bad { background: var(--bad-ground); color: var(--bad); }
.note { border-radius: 0.5rem; padding: 0.75rem 1rem; margin: 0 0 1rem; background: var(--ground); }
.card > .note { margin: 0.75rem 0 0; }
.problem { color: var(--bad); font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: 0.875rem; color: var(--soft); }
td.money, th.money { text-align: right; white-space: nowrap; padding-left: 1rem; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { border-bottom: 0; padding: 0.25rem 0; }
tfoot tr:first-child th, tfoot tr:first-child td { padding-top: 0.75rem; }
tfoot .total th, tfoot .total td { font-weight: 700; }
.detail { display: block; font-size: 0.875rem; color: var(--soft); }
.inside th { padding-left: 1rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.ways { display: grid; gap: 1.25rem; }
.ways > * + * { border-top: 1px solid var(--line); padding-top: 1.25rem; }
.ways p { margin: 0 0 0.75rem; }
.other { border-top: 1px solid var(--line); padding-top: 1.25rem; margin-bottom: 1rem; }
.begun { margin: 0 0 1.5rem; }
.begun:last-child { margin-bottom: 0; }
form { margin: 0; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.25rem; border-radius: 0.5rem; border: 1px solid var(--ink); background: var(--paper); color: var(--ink); cursor: pointer; }
button.primary { background: var(--strong); border-color: var(--strong); color: var(--strong-ink); }
button:disabled { opacity: 0.6; cursor: progress; }
.check { display: flex; gap: 0.75rem; align-items: flex-start; max-width: 34rem; padding: 0.25rem 0; margin: 0 0 0.75rem; font-size: 0.875rem; color: var(--soft); cursor: pointer; }
.check input { flex: none; width: 1.375rem; height: 1.375rem; margin: 0; accent-color: var(--strong); }
.fields { display: grid; gap: 1.25rem; margin: 1.25rem 0 0; }
.field label, .field legend { display: block; font-weight: 600; margin: 0 0 0.25rem; padding: 0; }
.field .soft { font-size: 0.875rem; margin: 0 0 0.5rem; }
.field input, .field textarea { display: block; width: 100%; max-width: 34rem; font: inherit; color: var(--ink); min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid #71717a; border-radius: 0.5rem; background: var(--paper); }
.field input[type="date"] { max-width: 12rem; }
.field textarea { min-height: 6rem; resize: vertical; }
.field [aria-invalid="true"] { border-color: var(--bad); }
.field .problem { font-size: 0.875rem; margin: 0.25rem 0 0; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.choice { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; cursor: pointer; }
.choice input { flex: none; width: 1.375rem; height: 1.375rem; min-height: 0; margin: 0; padding: 0; accent-color: var(--strong); }
.field label.choice { display: flex; font-weight: 400; margin: 0; }
.field label .soft { font-weight: 400; }
.trap { position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden; }
.steps { color: var(--soft); font-size: 0.875rem; margin: 0 0 0.5rem; }
.declared { margin: 1.25rem 0; }
.declared dd { white-space: pre-line; overflow-wrap: anywhere; }
.acts { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: center; margin: 1.25rem 0 0; }
@media (max-width: 30rem) { dl.declared { grid-template-columns: 1fr; gap: 0; } dl.declared dd { margin: 0 0 0.75rem; } }
.provider-form { display: grid; gap: 1rem; }
.provider-form[hidden] { display: none; }
.qr { display: block; width: 100%; max-width: 20rem; height: auto; margin: 1rem 0 0; background: #ffffff; }
.bottom { color: var(--soft); font-size: 0.875rem; }
.bottom address { font-style: normal; }
@media (max-width: 30rem) { .card { padding: 1rem; border-radius: 0.5rem; } button { width: 100%; } }
@media print { body { background: var(--paper); } .top nav, .ways, button { display: none; } }
`
