/** What the quick-order pages add to the style of all pages. */
export const QUICK_ORDER_STYLE = `
.wide .top, .wide main, .wide .bottom { max-width: 70rem; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.back { margin: 0; }
.back .linked { padding-left: 0; }
.intro { margin: 0 0 1rem; }
fieldset.card legend { float: left; width: 100%; font-weight: 600; padding: 0; margin: 0 0 0.25rem; }
fieldset.card legend + * { clear: both; }
.find { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 0 0 1rem; }
.find .field { flex: 1 1 14rem; }
.field { display: grid; gap: 0.25rem; min-width: 0; }
.field label, .field .label { font-size: 0.875rem; font-weight: 600; }
.field .soft { font-size: 0.875rem; font-weight: 400; }
input[type="text"], input[type="search"], input[type="email"], input[type="number"], input[type="date"], select, textarea { font: inherit; width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid #71717a; border-radius: 0.5rem; background: var(--paper); color: var(--ink); }
textarea { min-height: 6rem; resize: vertical; }
textarea:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
input[aria-invalid="true"], select[aria-invalid="true"], textarea[aria-invalid="true"] { border-color: var(--bad); border-width: 2px; }
.bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; margin: 0 0 1rem; }
.products { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1rem; list-style: none; margin: 0 0 1rem; padding: 0; }
.product { display: flex; flex-direction: column; background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem; min-width: 0; }
.product h2 { margin: 0 0 0.25rem; font-size: 1.0625rem; }
.product > .soft { font-size: 0.9375rem; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; margin-bottom: 0.5rem; }
.product form { margin-top: auto; display: grid; gap: 0.75rem; }
.prices { margin: 0.25rem 0 0.5rem; }
.prices strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.prices s { color: var(--soft); font-variant-numeric: tabular-nums; }
.extra { list-style: none; margin: 0 0 0.5rem; padding: 0; font-size: 0.875rem; color: var(--soft); }
.put { display: flex; gap: 0.75rem; align-items: end; }
.put .field { flex: 0 0 6.5rem; }
.put button { flex: 1; width: auto; }
.pages { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: center; margin: 0 0 1rem; }
.pages a, .linked { display: inline-block; min-height: 2.75rem; padding: 0.625rem 0.25rem; }
.as-button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: 0.5rem 1.25rem; border-radius: 0.5rem; background: var(--strong); color: var(--strong-ink); font-weight: 600; text-decoration: none; }
.basket-bar { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; padding: 0.75rem 1rem; margin: 0 0 1rem; box-shadow: 0 -2px 12px rgb(0 0 0 / 0.08); }
.basket-bar p { margin: 0; }
.lines td, .lines th { vertical-align: middle; }
.lines td.count, .lines th.count { padding-left: 1.5rem; width: 8.5rem; }
.lines .detail s { margin-left: 0.25rem; }
.form-grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem; margin: 0 0 1rem; }
.form-grid .whole { grid-column: 1 / -1; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: center; }
.note ul { margin: 0.25rem 0 0; padding-left: 1.25rem; list-style: disc; }
.note p { margin: 0; }
.card .note ul { list-style: disc; padding-left: 1.25rem; }
details summary { min-height: 2.75rem; padding: 0.625rem 0; cursor: pointer; color: var(--strong); }
.number { font-size: 1.5rem; font-weight: 700; margin: 0.5rem 0; }
@media (max-width: 30rem) {
  .find .field { flex-basis: 100%; }
  .basket-bar .as-button { width: 100%; }
  .lines thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .lines, .lines tbody, .lines tfoot { display: block; }
  .lines tfoot tr { display: flex; justify-content: space-between; }
  .lines tbody tr { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .lines tbody th, .lines tbody td { border-bottom: 0; padding: 0.25rem 0; }
  .lines tbody th { grid-column: 1 / -1; }
  .lines td.count { width: 6.5rem; padding-left: 0; }
  .lines td.each { display: none; }
}
`
