import fc from "fast-check"
import { compare, subtract, sum } from "../../money"
import { givenBack, type OrderGivenBack, type ReportedRow } from "./given-back"

const row = (changes: Partial<ReportedRow> = {}): ReportedRow => ({
  order_line_id: "ordli_1",
  discount_id: "disc_1",
  source: "article",
  name: "Tiers",
  amount: "10.00",
  line_price: "100.00",
  quantity: "3",
  kind: "first_order",
  ...changes,
})

const order = (changes: Partial<OrderGivenBack> = {}): OrderGivenBack => ({
  currencyCode: "eur",
  total: "90.00",
  credited: "0",
  lines: [{ id: "ordli_1", unitPrice: "33.33", returned: "0" }],
  ...changes,
})

const returned = (units: string, unitPrice = "33.33") =>
  order({ lines: [{ id: "ordli_1", unitPrice, returned: units }] })

describe("givenBack", () => {
  it("D24: units that come back take their share of price and discount along, and the last one the rest", () => {
    const first = givenBack([row()], returned("1"))
    expect(first).toMatchObject([{ kind: "return", quantity: "1", amount: "3.33", line_price: "33.33" }])
    expect(givenBack([row(), ...first], returned("1"))).toEqual([])
    expect(givenBack([row(), ...first], returned("3"))).toMatchObject([{ quantity: "2", amount: "6.67" }])
  })

  it("D24: what is refunded for nothing lowers the revenue in proportion", () => {
    const back = givenBack([row()], returned("1"))
    const credited = { ...returned("1"), total: "60.00", credited: "6.00" }
    const more = givenBack([row(), ...back], credited)
    // A tenth of the 60.00 that are left: of the 60.00 that the line brought in, less what came back.
    expect(more).toMatchObject([{ kind: "refund", quantity: "0", amount: "0", line_price: "6" }])
    expect(givenBack([row(), ...back, ...more], credited)).toEqual([])
  })

  it("D24: more than all of it cannot be given back, and lines without discounts are in no report", () => {
    expect(givenBack([row()], order({ credited: "500.00" }))).toMatchObject([{ line_price: "90" }])
    expect(givenBack([row()], order({ total: "0", credited: "5.00" }))).toEqual([])
    expect(givenBack([], order({ credited: "90.00" }))).toEqual([])
  })

  it("law: whatever comes back in whatever steps, all of it takes along exactly what was given", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 1, max: 9 }).chain((units) =>
          fc.record({
            units: fc.constant(units),
            steps: fc.array(fc.integer({ min: 0, max: units }), { maxLength: 5 }),
          }),
        ),
        (cents, { units, steps }) => {
          const rows = [row({ amount: (cents / 100).toFixed(2), quantity: String(units) })]
          for (const step of [...steps.sort((a, b) => a - b), units]) {
            rows.push(...givenBack(rows, returned(String(step), "1000.00")))
          }
          const back = sum(rows.slice(1).map(({ amount }) => amount))
          expect(compare(subtract(back, rows[0]?.amount ?? "0"), "0")).toBe(0)
          expect(rows.slice(1).every(({ amount }) => compare(amount, "0") >= 0)).toBe(true)
        },
      ),
    )
  })
})
