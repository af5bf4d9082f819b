import fc from "fast-check"
import { LAW, moneyIn } from "../../__tests__/arbitraries"
import { compare, subtract, sum } from "../../money"
import { accountOf, receivedOf } from "../accounts/invoice-account"
import { paymentsToGiveBack, secondPayment } from "./second-payment"

const NOTHING = { paid: "0", refunded: "0", balanceUsed: "0", balanceMoved: "0", credited: "0", writtenOff: "0" }
const given = (total: string, over: Partial<typeof NOTHING>, payments: string[]) =>
  secondPayment(accountOf(total, { ...NOTHING, ...over }), { payments, currencyCode: "eur" })

describe("what was paid a second time", () => {
  it.each([
    ["nothing, where it was paid once", "35.58", { paid: "35.58" }, ["35.581"], "0"],
    ["the whole of the second payment", "35.58", { paid: "71.16" }, ["35.581"], "35.58"],
    ["nothing more, once it is on the balance", "35.58", { paid: "71.16", balanceMoved: "35.58" }, ["35.581"], "0"],
    ["nothing more, once it was given back", "35.58", { paid: "71.16", refunded: "35.58" }, [], "0"],
    ["a part, where the first payment was one", "35.58", { paid: "45.58" }, ["35.58"], "10.00"],
    ["nothing of what a credit note left over", "35.58", { paid: "35.58", credited: "10" }, ["35.58"], "0"],
    ["nothing of what others paid too much", "35.58", { paid: "71.16" }, [], "0"],
  ])("is %s", (_what, total, over, payments, amount) => {
    expect(compare(given(total, over, payments), amount)).toBe(0)
  })

  it("is never more than the page's payments brought, and leaves the invoice paid", () => {
    const money = moneyIn("eur")
    fc.assert(
      fc.property(money, money, fc.array(money, { maxLength: 4 }), (total, rest, payments) => {
        const paid = sum([rest, ...payments])
        const account = accountOf(total, { ...NOTHING, paid })
        const amount = secondPayment(account, { payments, currencyCode: "eur" })
        expect(compare(amount, sum(payments))).toBeLessThanOrEqual(0)
        if (compare(amount, "0") > 0) {
          expect(compare(subtract(receivedOf(account), amount), total)).toBeGreaterThanOrEqual(0)
        }
        const kept = payments.map((one, index) => ({ id: String(index), kept: one }))
        const given = paymentsToGiveBack(kept, { amount, currencyCode: "eur" })
        expect(compare(sum(given.map((one) => one.amount)), amount)).toBe(0)
      }),
      LAW,
    )
  })

  it("is given back as exactly as it was recorded", () => {
    const kept = [
      { id: "later", kept: "35.581" },
      { id: "first", kept: "35.581" },
    ]
    const of = (amount: string) => paymentsToGiveBack(kept, { amount, currencyCode: "eur" })
    expect(of("35.58")).toEqual([{ payment_id: "later", amount: "35.581" }])
    expect(of("40.00")).toEqual([
      { payment_id: "later", amount: "35.581" },
      { payment_id: "first", amount: expect.stringMatching(/^4\.42$/) },
    ])
  })
})
