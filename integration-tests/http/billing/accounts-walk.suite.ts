import { compare, isPositive, negate, round } from "../../../src/rules/money"
import { AccountClient, type Invoice } from "../../support/account-client"
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
    /** As the last answer showed them: what has changed since is refused, or taken as it is. */
    const invoices: Invoice[] = []
    let balance = "0"
    const keep = (invoice: Invoice): void => {
      const at = invoices.findIndex(({ id }) => id === invoice.id)
      invoices.splice(at < 0 ? invoices.length : at, 1, invoice)
      balance = invoice.customer_balance
    }
    /** What the bank says later of one of the order's card payments: the invoice opens again, or the money is back. */
    const bank = async ({ id, order_id }: Invoice, outcome: "returned" | "reinstated") => {
      const charges: { id: string }[] = await store
        .knex()("order_payment_collection as l")
        .join("payment as p", "p.payment_collection_id", "l.payment_collection_id")
        .where({ "l.order_id": order_id, "p.provider_id": "pp_demo_demo" })
        .select(store.knex().raw("p.data ->> 'id' as id"))
      await client.bank(charges[next(charges.length)]?.id ?? "", outcome)
      keep(await read(id))
    }
    const done: Record<string, number> = {}
    for (let step = 0; step < STEPS; step++) {
      if (invoices.length < 12 && step % 20 === 0) {
        keep(await buy(mug, 1 + next(3)))
      }
      const one = invoices[next(invoices.length)] as Invoice
      const { id, payment, total, refundable_total } = one
      const left = String(Number(total) - Number(payment.credited_total))
      const reason = "walk"
      const tries: Record<string, () => Promise<unknown>> = {
        refund: () => act(id, "refund", { amount: part(refundable_total), reason }).then(keep),
        credit: () => act(id, "credit", { amount: part(left), reason }).then(keep),
        move: () => act(id, "balance", { direction: "move" }).then(keep),
        use: () => act(id, "balance", { direction: "use" }).then(keep),
        write_off: () => act(id, "write-off", { reason }).then(keep),
        undo: () => act(id, "undo-write-off", { reason }).then(keep),
        give: () => give(isPositive(balance) && next(2) ? negate(balance) : "3.00", `walk-${step}-key`),
        too_much: () => act(id, "refund", { amount: "9999", reason }),
        pay_part: () => act(id, "mark-paid", { amount: part(payment.open_total), reason }).then(keep),
        pay: () => act(id, "mark-paid", { reason }).then(keep),
        return: () => bank(one, "returned"),
        reinstate: () => bank(one, "reinstated"),
      }
      const name = Object.keys(tries)[next(Object.keys(tries).length)] ?? ""
      try {
        await tries[name]?.()
        done[name] = (done[name] ?? 0) + 1
      } catch (error) {
        // A refusal is an answer; anything else is a fault.
        const { response } = error as { response?: { status: number; data: unknown } }
        expect([step, name, [400, 409].includes(response?.status ?? 0) || response?.data]).toEqual([step, name, true])
      }
      if (step % 50 === 49) {
        await sweep()
        expect(await faults()).toEqual([])
      }
    }
    expect(compare(String(invoices.length), "11")).toBe(1)
    // Each of them was possible, some of the time; too much never was.
    const wanted = ["credit", "give", "move", "pay", "pay_part", "refund", "reinstate", "return", "use", "write_off"]
    expect(Object.keys(done)).toEqual(expect.arrayContaining(wanted))
    expect(done.too_much).toBeUndefined()
  }, 600_000)
})
