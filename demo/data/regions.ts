/** Where the demo store sells, with each country's standard rate of tax, which comes on top of the price. */
export const REGIONS = [
  { name: "Europe", currency_code: "eur", taxes: { de: 19, fr: 20 } },
  { name: "Switzerland", currency_code: "chf", taxes: { ch: 8.1 } },
] as const
