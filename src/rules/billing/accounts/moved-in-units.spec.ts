import fc from "fast-check"
import { multiply, round, subtract } from "../../money"
import { movedInUnits, type MovedOnPayment } from "./moved-in-units"

const EUR = { total: "31.7373", currencyCode: "eur" }
const payment = (captured: string, refunded = "0"): MovedOnPayment => ({ captured, refunded })

describe("what an order's payments have moved", () => {
  it("is rounded by payment: two payments of one total are twice the total that the provider takes", () => {
    const twice = [payment("31.7373"), payment("31.7373", "31.7373")]
    expect(movedInUnits(twice, EUR)).toEqual({ captured: "63.48", refunded: "31.74" })
  })

  it("comes to the total, rounded, where payments share it", () => {
    expect(movedInUnits([payment("10.0049"), payment("21.7324")], EUR).captured).toBe("31.74")
  })

  it("is nothing without payments", () => {
    expect(movedInUnits([], EUR)).toEqual({ captured: "0", refunded: "0" })
  })

  it("leaves nothing where all was given back", () => {
    const all = [payment("10.0049", "10.0049"), payment("21.7324", "21.7324")]
    const { captured, refunded } = movedInUnits(all, EUR)
    expect(subtract(captured, refunded)).toBe("0")
  })

  it("law: n payments of a total are n times its rounded amount", () => {
    const totals = fc.integer({ min: 1, max: 10_000_000 }).map((tenThousandths) => String(tenThousandths / 10_000))
    fc.assert(
      fc.property(
        totals,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom("eur", "jpy", "kwd"),
        (total, n, currencyCode) => {
          const { captured } = movedInUnits(
            Array.from({ length: n }, () => payment(total)),
            { total, currencyCode },
          )
          expect(subtract(captured, multiply(round(total, currencyCode), n))).toBe("0")
        },
      ),
    )
  })
})
