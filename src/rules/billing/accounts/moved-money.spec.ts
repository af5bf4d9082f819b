import { movedMoney, movedProblem } from "./moved-money"

describe("money of an order that went to its customer's balance", () => {
  it.each([
    [[], "0"],
    [["0"], "0"],
    [["-8.52", "0"], "8.52"],
    [["12.00", "-8.52"], "8.52"],
  ])("%j: %s", (balances, moved) => {
    expect(Number(movedMoney(balances.map((balance_total) => ({ balance_total }))))).toBe(Number(moved))
  })

  it("is the reason why the order is not canceled in Medusa, with what to do instead", () => {
    expect(movedProblem({ moved: "0", currencyCode: "eur" }, "INV-1")).toBeNull()
    expect(movedProblem({ moved: "8.52", currencyCode: "eur" }, "INV-1")).toMatch(
      /8\.52 EUR .* Credit invoice INV-1 in full/,
    )
  })
})
