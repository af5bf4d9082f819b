import fc from "fast-check"
import { compare, subtract } from "../../money"
import { answeredMoves, moneyMovesOf, type MoneyOfOrder } from "./money-moves"
import { paymentStateOf, type MoneyMove, type PaymentFacts } from "./payment-state"

const move = (kind: MoneyMove["kind"], amount: string, id = `${kind}_${amount}`): MoneyMove => ({
  ...{ id, kind, amount, at: "2026-03-01T10:00:00.000Z", on: "2026-03-01" },
})
const facts = (moves: MoneyMove[], more: Partial<PaymentFacts> = {}): PaymentFacts => ({
  ...{ soldTotal: "20", total: "20", credited: "0", currency: "eur", moves },
  ...{ isAuthorized: false, isCanceled: false, hasComeBack: false },
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
    ["less than nothing to pay", [], { soldTotal: "-5", total: "-5" }, "paid", true],
    ["in parts", [move("captured", "5"), move("captured", "15")], {}, "paid", true],
    ["a part given back", [move("captured", "20"), move("refunded", "5")], {}, "partially_refunded", true],
    [
      "a part given back, by a credit",
      [move("captured", "20"), move("refunded", "5")],
      { total: "15", credited: "5" },
      "partially_refunded",
      true,
    ],
    ["a part of it, given back", [move("captured", "5"), move("refunded", "5")], {}, "refunded", false],
    ["a total of less than a coin more", [move("captured", "29.48")], { total: "29.484" }, "paid", true],
    ["a coin too little", [move("captured", "29.47")], { total: "29.484" }, "partially_paid", false],
    ["no coins", [move("captured", "1000")], { total: "1000.4", currency: "jpy" }, "paid", true],
    ["a currency that nobody knows", [move("captured", "20")], { currency: "shells" }, "paid", true],
    ["half came back unpaid, and the other is paid", [move("captured", "10")], { total: "10" }, "paid", true],
    ["SA3: a refund of what was never paid", [move("refunded", "20")], {}, "refunded", false],
    ["all came back unpaid, and nothing is owed any more", [], { total: "0", hasComeBack: true }, "not_paid", false],
    ["written off unpaid", [], { total: "0", credited: "20" }, "not_paid", false],
    ["written off unpaid, and seen since", [], { soldTotal: "0", total: "0", credited: "20" }, "not_paid", false],
    ["edited down to nothing before it was paid", [], { total: "0" }, "paid", true],
    [
      "canceled after it was paid, and given back",
      [move("captured", "20"), move("refunded", "20")],
      { isCanceled: true, total: "0", credited: "20" },
      "refunded",
      true,
    ],
    [
      "canceled after a part was paid, and given back",
      [move("captured", "5"), move("refunded", "5")],
      { isCanceled: true, total: "15", credited: "5" },
      "refunded",
      false,
    ],
    ["canceled, with nothing to pay", [], { isCanceled: true, soldTotal: "0", total: "0" }, "not_paid", false],
  ] as const)("%s", (_what, moves, more, status, isEffective) =>
    expect(state([...moves], more)).toMatchObject({ status, isEffective }),
  )

  it("what a payer's bank took back is owed again, and is no refund; paid once more, it is paid", () => {
    const taken = { ...move("refunded", "20"), isTakenBack: true as const }
    const [first, second] = [move("captured", "20", "capt_1"), move("captured", "20", "capt_2")]
    const said = (moves: MoneyMove[]) => state(moves, { isAuthorized: true }, true)
    expect(said([first, taken])).toMatchObject({ status: "not_paid", received: "20", refunded: "20" })
    expect(said([first, taken, second])).toMatchObject({ status: "paid", received: "40", refunded: "20" })
    expect(said([first, { ...taken, amount: "5" }]).status).toBe("partially_paid")
    expect(said([first, taken, second, move("refunded", "5")]).status).toBe("partially_refunded")
    expect(state([first, taken]).isEffective).toBe(true)
  })

  it("paid twice, and given back once, it is paid", () => {
    const twice = [move("captured", "20", "capt_1"), move("captured", "20", "capt_2")]
    expect(state([...twice, move("refunded", "20")])).toMatchObject({ status: "paid", received: "40", refunded: "20" })
    expect(state([...twice, move("refunded", "25")]).status).toBe("partially_refunded")
    // What was returned, or edited away, was sold.
    const returned = { soldTotal: "40", total: "20" }
    expect(state([move("captured", "40"), move("refunded", "20")], returned).status).toBe("partially_refunded")
  })

  it("once effective it stays so: a refund lowers the figures instead", () => {
    const moves = [move("captured", "20"), move("refunded", "20")]
    expect(state(moves, { isCanceled: true }, true)).toMatchObject({ status: "refunded", isEffective: true })
    expect(state([moves[0] ?? move("captured", "20"), move("refunded", "5")], {}, true)).toMatchObject({
      status: "partially_refunded",
      refunded: "5",
    })
  })

  it("paid, and then come to more: paid in part, and effective still", () => {
    expect(state([move("captured", "20")], { total: "30" }, true)).toMatchObject({
      status: "partially_paid",
      isEffective: true,
    })
    expect(state([], { total: "10" }, true)).toMatchObject({ status: "not_paid", isEffective: true })
  })

  it("law: looked at late it says what it said in time, whatever was refunded and canceled since", () => {
    const cents = fc.integer({ min: 1, max: 2_000 })
    const money = (amount: number): string => (amount / 100).toFixed(2)
    fc.assert(
      fc.property(
        fc.array(cents, { maxLength: 4 }),
        fc.array(cents, { maxLength: 3 }),
        fc.boolean(),
        (inflow, out, is) => {
          const received = inflow.reduce((sum, one) => sum + one, 0)
          const back = out.filter((_, index) => out.slice(0, index + 1).reduce((sum, one) => sum + one, 0) <= received)
          const given = back.reduce((sum, one) => sum + one, 0)
          const captures = inflow.map((amount, index) => move("captured", money(amount), `capt_${index}`))
          const refunds = back.map((amount, index) => move("refunded", money(amount), `ref_${index}`))
          const inTime = state(captures)
          // Medusa takes what was refunded off the total, by a credit.
          const after = { total: money(2_000 - given), credited: money(given), isCanceled: is }
          const late = state([...captures, ...refunds], after)
          expect(late.isEffective).toBe(inTime.isEffective)
          expect(state([...captures, ...refunds], after, inTime.isEffective)).toEqual(late)
        },
      ),
    )
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
  const counted = (moves: ReturnType<typeof moneyMovesOf>, sources?: ReadonlySet<string>) =>
    answeredMoves(
      moves.map((move) => ({ ...move, on: "2026-03-01" })),
      sources,
    )
  const of = (money: Partial<MoneyOfOrder>) =>
    counted(moneyMovesOf({ transactions: [], captures: [], refunds: [], readAt: at, ...money })).map(
      ({ id, kind, amount }) => [id, kind, amount],
    )

  it("has a capture and its transaction once, by the capture's id", () => {
    const capture = { id: "capt_1", paymentId: "pay_1", amount: "20", at, collectionAt: at }
    const transaction = { id: "ordtrx_1", referenceId: "capt_1", amount: "20", at }
    expect(of({ captures: [capture], transactions: [transaction] })).toEqual([["capt_1", "captured", "20"]])
    expect(of({ captures: [capture] })).toEqual([["capt_1", "captured", "20"]])
  })

  it("has the refund of a cancellation once: its transaction names the payment", () => {
    const refunds = [1, 2].map((number) => ({
      id: `ref_${number}`,
      paymentId: "pay_1",
      amount: "5",
      at,
      collectionAt: at,
    }))
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

  it("names who has refunded, also where a transaction stands for it", () => {
    const refund = { id: "ref_1", paymentId: "pay_1", amount: "5", at, collectionAt: at, userId: "user_1" }
    const transaction = { id: "ordtrx_1", referenceId: "ref_1", amount: "-5", at }
    for (const transactions of [[transaction], [{ ...transaction, referenceId: "pay_1" }], []]) {
      expect(moneyMovesOf({ captures: [], refunds: [refund], transactions, readAt: at })).toMatchObject([
        { id: "ref_1", kind: "refunded", userId: "user_1" },
      ])
    }
  })

  it("names who has captured; what a bank took back is told apart from a refund, and is in again once it is back", () => {
    const capture = { id: "capt_1", paymentId: "pay_1", amount: "20", at, collectionAt: at, userId: "user_1" }
    const taken = { id: "ordtrx_1", reference: "payment_return", referenceId: "bpre_1", amount: "-20", at }
    const back = { ...taken, id: "ordtrx_2", amount: "20" }
    const money = { captures: [capture], refunds: [], transactions: [taken, back], readAt: at }
    expect(moneyMovesOf(money)).toMatchObject([
      { id: "bpre_1", kind: "refunded", isTakenBack: true },
      { id: "bpre_1", kind: "captured" },
      { id: "capt_1", kind: "captured", userId: "user_1" },
    ])
  })

  it("waits for what a provider has not answered: it may refuse, and Medusa takes the row away again", () => {
    const asked = { paymentId: "pay_1", amount: "20", at, collectionAt: "2026-03-01T09:59:59.999Z" }
    const [capture, refund] = [
      { id: "capt_1", ...asked },
      { id: "ref_1", ...asked },
    ]
    const money = { captures: [capture], refunds: [refund] }
    const both = [
      ["capt_1", "captured", "20"],
      ["ref_1", "refunded", "20"],
    ]
    expect(of({ ...money, readAt: "2026-03-01T10:00:30.000Z" })).toEqual([])
    expect(of({ captures: [{ ...capture, collectionAt: at }], refunds: [{ ...refund, collectionAt: at }] })).toEqual(
      both,
    )
    // A process that died after the answer has counted nothing: a minute later the order says so.
    expect(of({ ...money, readAt: "2026-03-01T10:01:00.001Z" })).toEqual(both)
    // Whoever looks by an earlier clock takes nothing back that was counted.
    const early = moneyMovesOf({ ...money, transactions: [], readAt: at })
    expect(counted(early, new Set(["captured:capt_1"])).map(({ id }) => id)).toEqual(["capt_1"])
    const transactions = [{ id: "ordtrx_1", referenceId: "capt_1", amount: "20", at }]
    expect(of({ ...money, transactions })).toEqual([["capt_1", "captured", "20"]])
  })

  it("has what an admin or code has written, and nothing of nothing", () => {
    expect(of({ transactions: [{ id: "ordtrx_1", referenceId: null, amount: "7", at }] })).toEqual([
      ["ordtrx_1", "captured", "7"],
    ])
    expect(of({ transactions: [{ id: "ordtrx_1", referenceId: null, amount: "0", at }] })).toEqual([])
  })

  it("has each of several payments that code has written under one reference, the first one by it", () => {
    const paid = (id: string, amount: string, on: string) => ({
      id,
      referenceId: "erp_7",
      amount,
      at: `${on}T10:00:00Z`,
    })
    const [first, second] = [paid("ordtrx_2", "5", "2026-03-01"), paid("ordtrx_1", "15", "2026-03-02")]
    const said = [
      ["erp_7", "captured", "5"],
      ["ordtrx_1", "captured", "15"],
    ]
    expect(of({ transactions: [first] })).toEqual(said.slice(0, 1))
    expect(of({ transactions: [first, second] })).toEqual(said)
    expect(of({ transactions: [second, first] })).toEqual(said)
  })
})
