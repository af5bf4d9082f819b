import { subscription } from "../../__tests__/subscriptions"
import { decidePriceMigration } from "./decide-price-migration"

const agreed = { amount: "10.00", isTaxInclusive: false }
const current = { amount: "12.00", isTaxInclusive: false }

describe("decidePriceMigration", () => {
  it("B22: the new price holds from the first cycle that is not billed", () => {
    expect(decidePriceMigration(subscription(), { agreed, current })).toEqual({
      kind: "change",
      from: agreed,
      to: current,
      fromCycleOn: "2026-02-28",
    })
    expect(decidePriceMigration(subscription({ nextCycle: 2 }), { agreed, current })).toMatchObject({
      fromCycleOn: "2026-03-31",
    })
    expect(
      decidePriceMigration(subscription(), { agreed, current: { ...agreed, isTaxInclusive: true } }),
    ).toMatchObject({
      kind: "change",
    })
  })

  it("B22: or from the first cycle on that starts on a day or later, and none where it ends before", () => {
    const from = (earliestOn: string, facts = subscription()) =>
      decidePriceMigration(facts, { agreed, current, earliestOn })
    expect(from("2026-03-01")).toMatchObject({ fromCycleOn: "2026-03-31" })
    expect(from("2026-03-31")).toMatchObject({ fromCycleOn: "2026-03-31" })
    expect(from("2026-01-01")).toMatchObject({ fromCycleOn: "2026-02-28" })
    expect(from("2026-03-01", subscription({ cancelOn: "2026-03-31" }))).toMatchObject({ kind: "keep" })
  })

  it.each([
    ["has ended", subscription({ status: "canceled" }), current],
    ["is free", subscription({ paymentType: "free", expiresOn: "2026-02-28" }), current],
    ["ends before", subscription({ cancelOn: "2026-02-28" }), current],
    ["has no price any more", subscription(), null],
    ["has a price of zero", subscription(), { amount: "0.00", isTaxInclusive: false }],
    ["has it already", subscription(), { amount: "10", isTaxInclusive: false }],
  ])("B22: what %s is kept, with the reason", (_, facts, current) => {
    expect(decidePriceMigration(facts, { agreed, current })).toEqual({
      kind: "keep",
      reason: expect.stringMatching(/^(It|The offer) /) as string,
    })
  })
})
