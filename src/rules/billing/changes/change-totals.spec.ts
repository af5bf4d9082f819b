import fc from "fast-check"
import { add, compare, subtract } from "../../money"
import { changeTotals } from "./change-totals"

const cents = fc.integer({ min: 0, max: 1_000_000 }).map((amount) => (amount / 100).toFixed(2))

describe("changeTotals", () => {
  it("B25: the credit pays the new invoice; what is left over stays on the balance", () => {
    const upgrade = changeTotals({ credit: "5.95", charge: "11.90", open: "0", balance: "0" }, "eur")
    expect(upgrade).toMatchObject({ balance_used: "5.95", due_total: "5.95", balance_after: "0.00" })
    const downgrade = changeTotals({ credit: "50.00", charge: "5.00", open: "0", balance: "1.00" }, "eur")
    expect(downgrade).toMatchObject({ balance_used: "5.00", due_total: "0.00", balance_after: "46.00" })
  })

  it("what nobody has paid is no balance: the credit lowers the open invoice alone", () => {
    const unpaid = changeTotals({ credit: "5.95", charge: "11.90", open: "11.90", balance: "0" }, "eur")
    expect(unpaid).toMatchObject({
      credit_total: "5.95",
      balance_used: "0.00",
      due_total: "11.90",
      balance_after: "0.00",
    })
  })

  it("what the invoice had received too much goes along with what was paid of the credit, as the change moves it", () => {
    const overpaid = changeTotals({ credit: "5.95", charge: "11.90", open: "-5", balance: "0" }, "eur")
    expect(overpaid).toMatchObject({ balance_used: "10.95", due_total: "0.95", balance_after: "0.00" })
    const uncredited = changeTotals({ credit: "0", charge: "11.90", open: "-5", balance: "0" }, "eur")
    expect(uncredited).toMatchObject({ balance_used: "0.00", due_total: "11.90" })
  })

  it("law: charge = balance used + due, and no balance is made or lost", () => {
    fc.assert(
      fc.property(cents, cents, cents, cents, (credit, charge, open, balance) => {
        const totals = changeTotals({ credit, charge, open, balance }, "eur")
        expect(compare(totals.charge_total, add(totals.balance_used, totals.due_total))).toBe(0)
        const held = add(totals.balance_used, totals.balance_after)
        expect(compare(held, balance)).toBeGreaterThanOrEqual(0)
        expect(compare(subtract(held, balance), credit)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
