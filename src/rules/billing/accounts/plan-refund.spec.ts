import { planRefund } from "./plan-refund"

const payment = (id: string, captured: string, refunded = "0") => ({ id, captured, refunded })

describe("a refund of an invoice", () => {
  it("takes the latest payment first, never more than is left of it", () => {
    expect(planRefund([payment("a", "60"), payment("b", "40", "10")], "50", "eur")).toEqual({
      ok: true,
      refunds: [
        { payment_id: "b", amount: "30" },
        { payment_id: "a", amount: "20" },
      ],
    })
  })

  it("decision 23: the whole is given back to the last decimal", () => {
    expect(planRefund([payment("a", "29.484")], "29.48", "eur")).toEqual({
      ok: true,
      refunds: [{ payment_id: "a", amount: "29.484" }],
    })
  })

  it.each(["100.01", "0", "-5"])("%s of 100 is refused, and says what is possible", (amount) => {
    expect(planRefund([payment("a", "100")], amount, "eur")).toMatchObject({ ok: false, refundable: "100.00" })
  })
})
