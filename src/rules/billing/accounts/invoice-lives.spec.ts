import { compare, isNegative, sum, subtract, add } from "../../money"
import { creditable } from "../credit-notes/credited-lines"
import { accountOfLife, live, STEPS, type LivingStore } from "../../__tests__/invoice-lives"

/** A small generator of its own, so that a life of many steps needs no shrinking, and is the same everywhere. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const DAYS = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-02-27"]

function check(store: LivingStore): void {
  for (const one of store.invoices) {
    const { total, paid, refunded, balanceUsed, balanceMoved, credited, writtenOff, open } = accountOfLife(one)
    const settled = sum([subtract(paid, refunded), subtract(balanceUsed, balanceMoved), credited, writtenOff, open])
    expect(compare(settled, total)).toBe(0)
    expect(isNegative(creditable(one.credited))).toBe(false)
    expect(compare(credited, sum(one.credited.creditNotes.map(({ totals }) => totals.payable)))).toBe(0)
    expect(isNegative(subtract(paid, refunded))).toBe(false)
    expect(isNegative(writtenOff)).toBe(false)
    // What nobody has paid is not received too much.
    expect(isNegative(open) && compare(writtenOff, "0") > 0).toBe(false)
  }
  const kinds = (kind: string) =>
    sum(store.invoices.flatMap(({ entries }) => entries.filter((one) => one.kind === kind).map(({ amount }) => amount)))
  expect(isNegative(store.balance)).toBe(false)
  expect(compare(store.balance, subtract(add(store.granted, kinds("balance_moved")), kinds("balance_used")))).toBe(0)
  for (const series of ["INV", "CN"] as const) {
    const issued = store.issued.filter((one) => one.series === series)
    expect(issued.every(({ sequence }, index) => sequence === index + 1)).toBe(true)
    expect(issued.every(({ on }, index) => index === 0 || on >= (issued[index - 1]?.on ?? ""))).toBe(true)
  }
}

describe("lives of invoices", () => {
  it("B50, B51, BI10: 10,000 steps: sums hold, no credit above its invoice, numbers gapless, dates never fall, no balance below zero", () => {
    const next = random(20_261_129)
    let done = 0
    while (done < 10_000) {
      const store: LivingStore = { invoices: [], balance: "0", granted: "0", issued: [], clock: DAYS[0] ?? "" }
      for (let step = 0; step < 100; step++, done++) {
        store.clock = DAYS[Math.floor(next() * DAYS.length)] ?? store.clock
        const kind = STEPS[Math.floor(next() * STEPS.length)] ?? "issue"
        live(store, kind, { pick: Math.floor(next() * 1000), share: 1 + Math.floor(next() * 99) })
        if (step % 10 === 9) {
          check(store)
        }
      }
    }
  })
})
