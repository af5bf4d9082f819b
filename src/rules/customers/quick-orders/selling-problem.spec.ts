import { sellingProblem } from ".."

const franc = { currencyCode: "chf", countries: ["ch"], isOnAccount: true }
const euro = { currencyCode: "eur", countries: ["de", "fr"], isOnAccount: true }

it.each([
  ["chf", "ch", franc, null],
  [null, null, euro, null],
  ["eur", "fr", euro, null],
  ["eur", "gb", euro, "other_country"],
  ["chf", "gb", euro, "other_currency"],
  ["chf", "ch", { ...euro, isOnAccount: false }, "not_on_account"],
  ["chf", "ch", null, "nowhere"],
] as const)("C24: a customer with %j in %j who would buy at %j: %j", (wanted, country, place, problem) => {
  expect(sellingProblem({ wanted, country, place })).toBe(problem)
})
