import { compare, isPositive, negate, round } from "../../../src/rules/money"
import { AccountClient } from "../../support/account-client"
import { storeSuite } from "../../support/store-suite"

const STEPS = 300

export const accountsWalkSuite = storeSuite(__filename, (store) => {
  let client: AccountClient

  beforeAll(async () => {
    client = await AccountClient.create(store)
  })

  it(`${STEPS} random steps: sums hold, no credit above its invoice, numbers gapless, no balance below zero`, async () => {
    const { buy, sweep, read, act, give, faults, mug } = client
    let state = 20_261_129
    const next = (most: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * most)
    }
    const part = (amount: string): string => round(String((Number(amount) * (1 + next(100))) / 100), "eur")
    const ids: string[] = []
    for (let step = 0; step < STEPS; step++) {
      if (ids.length < 12 && step % 20 === 0) {
        ids.push((await buy(mug, 1 + next(3))).id)
      }
      const id = ids[next(ids.length)] ?? ""
      const { payment, total, refundable_total, customer_balance } = await read(id)
      const left = String(Number(total) - Number(payment.credited_total))
      const tries: (() => Promise<unknown>)[] = [
        () => act(id, "refund", { amount: part(refundable_total), reason: "walk" }),
        () => act(id, "credit", { amount: part(left), reason: "walk" }),
        () => act(id, "balance", { direction: "move" }),
        () => act(id, "balance", { direction: "use" }),
        () => act(id, "write-off", { reason: "walk" }),
        () => act(id, "undo-write-off", { reason: "walk" }),
        () => give(isPositive(customer_balance) && next(2) ? negate(customer_balance) : "3.00", `walk-${step}-key`),
        () => act(id, "refund", { amount: "9999", reason: "too much" }),
      ]
      await tries[next(tries.length)]?.().catch((error: { response?: { status: number } }) => {
        // A refusal is an answer; anything else is a fault.
        expect([400, 409]).toContain(error.response?.status)
      })
      if (step % 50 === 49) {
        await sweep()
        expect(await faults()).toEqual([])
      }
    }
    expect(compare(String(ids.length), "11")).toBe(1)
  }, 600_000)
})
