import { sum } from "../../money"
import { paymentReturnOf, returnTransactions } from "./payment-return"

const payment = { payment_id: "pay_1", order_id: "order_1", kept: "35.58", currency_code: "eur", attempt_id: null }
const fact = { reference: "dp_1", kind: "returned" as const, code: null, amount: null }

describe("paymentReturnOf", () => {
  it("B30: takes back the whole, or the part that the provider names, and never more than is left of the payment", () => {
    expect(paymentReturnOf(payment, fact, "2026-03-08")).toMatchObject({ amount: "35.58", kind: "returned" })
    expect(paymentReturnOf(payment, { ...fact, amount: "5.00" }, "2026-03-08")).toMatchObject({ amount: "5.00" })
    expect(paymentReturnOf(payment, { ...fact, amount: "99.00" }, "2026-03-08")).toMatchObject({ amount: "35.58" })
    // A provider's 35.58 is all of the 35.581 that Medusa has captured: nothing is left in the order's books.
    expect(paymentReturnOf({ ...payment, kept: "35.581" }, { ...fact, amount: "35.58" }, "2026-03-08")).toMatchObject({
      amount: "35.581",
    })
    expect(paymentReturnOf({ ...payment, kept: "0" }, fact, "2026-03-08")).toBeNull()
  })

  it("names one return by payment and reference, whatever is said of it", () => {
    const ids = ["returned", "disputed", "reinstated"] as const
    const made = ids.map((kind) => paymentReturnOf(payment, { ...fact, kind }, "2026-03-08")?.id)
    expect(new Set(made)).toEqual(new Set(["bpre_pay_1_dp_1"]))
  })
})

describe("returnTransactions", () => {
  const taken = { id: "bpre_1", order_id: "order_1", currency_code: "eur" }

  it("takes the money out of the order's books once, and puts it back where it came back", () => {
    const amounts = (state: { taken: string | null; isReinstated: boolean }) =>
      returnTransactions(taken, state).map(({ amount }) => amount)
    expect(amounts({ taken: "35.58", isReinstated: false })).toEqual(["-35.58"])
    expect(sum(amounts({ taken: "35.58", isReinstated: true }))).toBe("0")
    expect(amounts({ taken: null, isReinstated: true })).toEqual([])
  })
})
