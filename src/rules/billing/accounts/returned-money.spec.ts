import { cancellationProblem, refundProblem } from "./returned-money"

const whole = { amount: "35.58", currency_code: "eur", as_of: "2027-03-08" }
const part = { amount: "5", currency_code: "eur", as_of: "2027-02-20" }

describe("money that a payer's bank has taken back", () => {
  it("is the reason why the order is not canceled in Medusa, with what to do instead", () => {
    expect(cancellationProblem([], "INV-000001")).toBeNull()
    const problem = cancellationProblem([part, whole], "INV-000001")
    expect(problem).toContain("has taken back 40.58 EUR (2027-03-08)")
    expect(problem).toContain("Credit invoice INV-000001 in full instead")
    expect(cancellationProblem([whole], null)).not.toContain("invoice")
  })

  it.each([
    [[], "35.58", null, null],
    [[], "35.58", "99", null],
    [[whole], "0", null, "0.00 is left to give back"],
    [[whole], "0", "0.01", "0.00 is left to give back"],
    [[part], "30.58", "30.58", null],
    [[part], "30.58", "30.59", "30.58 is left to give back"],
    [[part], "30.58", null, "30.58 is left to give back"],
  ])("of %j, with %s left, a refund of %s is refused: %s", (returns, left, amount, reason) => {
    const problem = refundProblem({ left, currencyCode: "eur" }, { amount, returns })
    expect(reason === null ? problem : problem?.includes(reason)).toBe(reason === null ? null : true)
  })
})
