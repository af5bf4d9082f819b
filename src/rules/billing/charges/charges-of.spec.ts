import type { CollectibleRenewal } from "./charged-renewal"
import { attemptOf, isOpenAttempt, recordedOutcome } from "./attempt-of"
import { chargedOf, chargesOf } from "./charges-of"
import { missingTransactions, renewalTransactions } from "./renewal-transactions"

const renewal: CollectibleRenewal = {
  id: "bren_A_1",
  subscription_id: "bsub_A",
  cycle: 1,
  order_id: "order_A_1",
  invoice_id: "binv_A_1",
  payment_collection_id: "pay_col_A_1",
  currency_code: "eur",
  total: "20.00",
  customer_id: "cus_1",
  email: null,
  payment_provider_id: "pp_demo",
  payment_method: { method: "pm_1" },
  attempt_number: 2,
}
const paid = { status: "paid" as const, reason: null }

describe("chargesOf", () => {
  it("B32: asks for the payable total, in the customer's name; a guest has none", () => {
    expect(chargesOf([renewal, { ...renewal, customer_id: null }], "2026-02-28")).toMatchObject([
      { renewal_id: "bren_A_1", amount: "20.00", customer: { id: "cus_1", email: "" }, as_of: "2026-02-28" },
      { customer: null },
    ])
  })
})

describe("chargedOf", () => {
  it("leaves to another process what it is charging right now", () => {
    const result = { renewal_id: "bren_A_1", capture_id: "capt_1" }
    expect(chargedOf([renewal], [{ ...result, outcome: paid }])).toEqual([
      { renewal, outcome: paid, capture_id: "capt_1" },
    ])
    expect(chargedOf([renewal], [{ ...result, outcome: null }])).toEqual([])
    expect(chargedOf([renewal], [{ ...result, renewal_id: "bren_B_1", outcome: paid }])).toEqual([])
  })
})

describe("attemptOf", () => {
  it("names all that it makes from renewal and number alone, so that it is made once", () => {
    const [charge] = chargesOf([renewal], "2026-02-28")
    const attempt = charge && attemptOf(charge, "pp_demo")
    expect(attempt).toMatchObject({
      id: "bcha_A_1_2",
      idempotency_key: "msc-bren_A_1-2",
      payment_session_id: "payses_A_1_2",
      number: 2,
      amount: "20.00",
    })
    expect(charge && attemptOf(charge, "pp_demo")).toEqual(attempt)
  })

  it("an attempt is open until its outcome is known", () => {
    const open = ["started", "unknown", "requires_action"] as const
    expect(open.map((status) => isOpenAttempt({ status }))).toEqual([true, true, true])
    expect((["paid", "soft_declined", "hard_declined"] as const).some((status) => isOpenAttempt({ status }))).toBe(
      false,
    )
    expect(recordedOutcome({ status: "started", reason: null })).toEqual({ status: "unknown", reason: null })
    expect(recordedOutcome({ status: "paid", reason: null })).toEqual(paid)
  })
})

describe("renewalTransactions", () => {
  const charged = { renewal, outcome: paid, capture_id: "capt_1" }
  const [transaction] = renewalTransactions([charged])

  it("are of what was paid alone, each under the renewal's own id", () => {
    expect(transaction).toMatchObject({
      id: "ordtrx_A_1",
      order_id: "order_A_1",
      amount: "20.00",
      reference_id: "capt_1",
    })
    const declined = { ...charged, outcome: { status: "soft_declined" as const, reason: "no" } }
    expect(renewalTransactions([declined])).toEqual([])
  })

  it("law: an existing transaction is not written again, by whichever process", () => {
    const wanted = renewalTransactions([charged])
    expect(missingTransactions(wanted, [])).toEqual(wanted)
    expect(missingTransactions(wanted, wanted)).toEqual([])
    expect(missingTransactions(wanted, [{ id: "ordtrx_webhook", reference_id: "capt_1" }])).toEqual([])
    const nameless = renewalTransactions([{ ...charged, capture_id: null }])
    expect(missingTransactions(nameless, [{ id: "ordtrx_other", reference_id: null }])).toEqual(nameless)
  })
})
