import fc from "fast-check"
import { compare, subtract } from "../../money"
import { moneyMovesOf, type MoneyOfOrder } from "./money-moves"
import { paymentStateOf, type MoneyMove, type PaymentFacts } from "./payment-state"

const move = (kind: MoneyMove["kind"], amount: string, id = `${kind}_${amount}`): MoneyMove => ({
  ...{ id, kind, amount, at: "2026-03-01T10:00:00.000Z", on: "2026-03-01" },
})
const facts = (moves: MoneyMove[], more: Partial<PaymentFacts> = {}): PaymentFacts => ({
  ...{ soldTotal: "20", total: "20", isAuthorized: false, isCanceled: false, moves },
  ...more,
})
const state = (moves: MoneyMove[], more: Partial<PaymentFacts> = {}, was = false) =>
  paymentStateOf(was, facts(moves, more))

describe("H3: how far a sale is paid", () => {
  it.each([
    ["nothing", [], {}, "not_paid", false],
    ["authorized", [], { isAuthorized: true }, "authorized", false],
    ["a part", [move("captured", "5")], {}, "partially_paid", false],
    ["all", [move("captured", "20")], {}, "paid", true],
    ["nothing to pay", [], { soldTotal: "0", total: "0" }, "paid", true],
    ["a part given back", [move("captured", "20"), move("refunded", "5")], {}, "partially_paid", false],
    ["SA3: a refund of what was never paid", [move("refunded", "20")], {}, "refunded", false],
    ["all came back unpaid, and nothing is owed any more", [], { total: "0" }, "not_paid", false],
    [
      "canceled, and given back",
      [move("captured", "20"), move("refunded", "20")],
      { isCanceled: true, total: "0" },
      "refunded",
      false,
    ],
  ] as const)("%s", (_what, moves, more, status, isEffective) =>
    expect(state([...moves], more)).toMatchObject({ status, isEffective }),
  )

  it("once effective it stays so: a refund lowers the figures instead", () => {
    const moves = [move("captured", "20"), move("refunded", "20")]
    expect(state(moves, { isCanceled: true }, true)).toMatchObject({ status: "refunded", isEffective: true })
    expect(state([moves[0] ?? move("captured", "20"), move("refunded", "5")], {}, true)).toMatchObject({
      status: "partially_refunded",
      refunded: "5",
    })
  })

  it("law: what was effective stays effective, and what is received and refunded never depends on their order", () => {
    const amount = fc.integer({ min: 1, max: 9_999 }).map((cents) => (cents / 100).toFixed(2))
    const moves = fc.array(fc.record({ kind: fc.constantFrom("captured" as const, "refunded" as const), amount }))
    fc.assert(
      fc.property(moves, fc.boolean(), (list, was) => {
        const all = list.map(({ kind, amount: of }, index) => move(kind, of, `m${index}`))
        const one = state(all, {}, was)
        const other = state([...all].reverse(), {}, was)
        expect([one.received, one.refunded, one.isEffective]).toEqual([
          other.received,
          other.refunded,
          other.isEffective,
        ])
        expect(was && !one.isEffective).toBe(false)
        expect(one.isEffective || compare(subtract(one.received, one.refunded), "20") < 0).toBe(true)
      }),
    )
  })
})

describe("the money of an order", () => {
  const at = "2026-03-01T10:00:00.000Z"
  const of = (money: Partial<MoneyOfOrder>) =>
    moneyMovesOf({ transactions: [], captures: [], refunds: [], ...money }).map(({ id, kind, amount }) => [
      id,
      kind,
      amount,
    ])

  it("has a capture and its transaction once, by the capture's id", () => {
    const capture = { id: "capt_1", paymentId: "pay_1", amount: "20", at }
    const transaction = { id: "ordtrx_1", referenceId: "capt_1", amount: "20", at }
    expect(of({ captures: [capture], transactions: [transaction] })).toEqual([["capt_1", "captured", "20"]])
    expect(of({ captures: [capture] })).toEqual([["capt_1", "captured", "20"]])
  })

  it("has the refund of a cancellation once: its transaction names the payment", () => {
    const refunds = [1, 2].map((number) => ({ id: `ref_${number}`, paymentId: "pay_1", amount: "5", at }))
    const transactions = [1, 2].map((number) => ({ id: `ordtrx_${number}`, referenceId: "pay_1", amount: "-5", at }))
    expect(of({ refunds, transactions })).toEqual([
      ["ref_1", "refunded", "5"],
      ["ref_2", "refunded", "5"],
    ])
    expect(of({ refunds, transactions: [] })).toHaveLength(2)
    expect(of({ refunds: [], transactions })).toEqual([
      ["ordtrx_1", "refunded", "5"],
      ["ordtrx_2", "refunded", "5"],
    ])
  })

  it("has what an admin or code has written, and nothing of nothing", () => {
    expect(of({ transactions: [{ id: "ordtrx_1", referenceId: null, amount: "7", at }] })).toEqual([
      ["ordtrx_1", "captured", "7"],
    ])
    expect(of({ transactions: [{ id: "ordtrx_1", referenceId: null, amount: "0", at }] })).toEqual([])
  })
})
