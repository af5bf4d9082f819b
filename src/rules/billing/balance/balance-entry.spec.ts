import fc from "fast-check"
import { LAW, moneyIn } from "../../__tests__/arbitraries"
import { compare, isPositive, sum } from "../../money"
import { shareBalances, type BalanceAsk } from "./balance-entry"

const ask = (id: string, amount: string, more: Partial<BalanceAsk> = {}): BalanceAsk => ({
  id,
  balanceId: "a",
  currencyCode: "eur",
  dueOn: "2026-03-01",
  amount,
  ...more,
})

describe("a customer's balance is used", () => {
  it("by what is due first, as far as it reaches, each currency by itself", () => {
    const shares = shareBalances(
      new Map([
        ["a", "30.00"],
        ["b", "5.00"],
      ]),
      [
        ask("late", "20", { dueOn: "2026-04-01" }),
        ask("early", "25"),
        ask("other", "7", { balanceId: "b" }),
        ask("nobody", "7", { balanceId: "c" }),
      ],
    )
    expect([...shares]).toEqual([
      ["early", "25.00"],
      ["other", "5.00"],
      ["late", "5.00"],
    ])
  })

  it("never above what is held, nor above what is asked", () => {
    const asks = fc.array(fc.tuple(moneyIn("eur", 5000), fc.constantFrom("a", "b")), { maxLength: 8 })
    fc.assert(
      fc.property(moneyIn("eur", 9000), moneyIn("eur", 9000), asks, (a, b, asked) => {
        const all = asked.map(([amount, balanceId], index) => ask(String(index), amount, { balanceId }))
        const shares = shareBalances(
          new Map([
            ["a", a],
            ["b", b],
          ]),
          all,
        )
        for (const [id, held] of [
          ["a", a],
          ["b", b],
        ] as const) {
          const own = all.filter(({ balanceId }) => balanceId === id)
          expect(compare(sum(own.map((one) => shares.get(one.id) ?? "0")), held)).toBeLessThanOrEqual(0)
        }
        expect(all.every((one) => compare(shares.get(one.id) ?? "0", one.amount) <= 0)).toBe(true)
        expect([...shares.values()].every((share) => isPositive(share))).toBe(true)
      }),
      LAW,
    )
  })
})
