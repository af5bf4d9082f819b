import { sellingProblem } from ".."

it.each([
  ["chf", { currencyCode: "chf", isOnAccount: true }, null],
  [null, { currencyCode: "eur", isOnAccount: true }, null],
  ["chf", { currencyCode: "eur", isOnAccount: true }, "other_currency"],
  ["chf", { currencyCode: "eur", isOnAccount: false }, "not_on_account"],
  ["chf", null, "nowhere"],
] as const)("C24: a customer of %j who would buy at %j: %j", (wanted, place, problem) => {
  expect(sellingProblem({ wanted, place })).toBe(problem)
})
