import {
  missingTransactions,
  surplusTransactions,
  type RenewalTransaction,
  type WrittenTransaction,
} from "./renewal-transactions"

const own: RenewalTransaction = {
  id: "ordtrx_1_1",
  order_id: "order_1_1",
  amount: "35.581",
  currency_code: "eur",
  reference: "capture",
  reference_id: "capt_1",
  payment_id: "pay_1",
}
const refund: RenewalTransaction = {
  ...own,
  id: "ordtrx_1_1_ref_1",
  amount: "-5",
  reference: "refund",
  reference_id: "ref_1",
}
const of = (id: string, amount: string, over: Partial<WrittenTransaction> = {}): WrittenTransaction => ({
  ...{ id, amount, reference: "capture", reference_id: "capt_1" },
  ...over,
})
/** What the order's books say after the step has run on what it found. */
function after(wanted: RenewalTransaction[], existing: WrittenTransaction[]): [string, string][] {
  const surplus = surplusTransactions(wanted, existing)
  const left = existing.filter(({ id }) => !surplus.includes(id))
  return [...left, ...missingTransactions(wanted, left)].map(({ id, amount }) => [id, amount])
}

describe("the transactions of a charged renewal", () => {
  it.each<[string, WrittenTransaction[], [string, string][]]>([
    ["nothing was written", [], [["ordtrx_1_1", "35.581"]]],
    ["it was written before", [of("ordtrx_1_1", "35.581")], [["ordtrx_1_1", "35.581"]]],
    ["Medusa has written it", [of("ordtrx_m", "35.581")], [["ordtrx_m", "35.581"]]],
    ["Medusa has written what the message says, rounded", [of("ordtrx_m", "35.58")], [["ordtrx_1_1", "35.581"]]],
    ["both have written it", [of("ordtrx_1_1", "35.581"), of("ordtrx_m", "35.58")], [["ordtrx_1_1", "35.581"]]],
    ["Medusa has written it twice", [of("ordtrx_m", "35.581"), of("ordtrx_n", "35.581")], [["ordtrx_m", "35.581"]]],
  ])("a capture stands in the order's books once, to the last decimal: %s", (_case, existing, expected) => {
    expect(after([own], existing)).toEqual(expected)
  })

  it("a second run changes nothing, and other captures and refunds stay as they are", () => {
    const others = [
      of("ordtrx_x", "9", { reference_id: "capt_2" }),
      of("ordtrx_cancel", "-5", { reference: "refund", reference_id: "pay_1" }),
    ]
    const first = after([own, refund], others)
    expect(first).toEqual([
      ["ordtrx_x", "9"],
      ["ordtrx_cancel", "-5"],
      ["ordtrx_1_1", "35.581"],
    ])
    const second = after([own, refund], [...others, of("ordtrx_1_1", "35.581")])
    expect(second).toEqual(first)
  })
})
