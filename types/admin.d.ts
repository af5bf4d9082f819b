/**
 * Pages, widgets and texts, bundled. The admin that Medusa builds for a store loads them by itself; there is nothing in
 * here to import by hand.
 */
declare const plugin: Readonly<Record<string, unknown>>
export default plugin
