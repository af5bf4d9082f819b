import { round } from "../../money"
import { collectibleRenewal } from "../../__tests__/charges"
import { attemptOf, recordedOutcome } from "./attempt-of"
import { isOpenAttempt } from "./is-open-attempt"
import { chargedOf, chargesOf } from "./charges-of"
import { missingTransactions, renewalTransactions } from "./renewal-transactions"

const renewal = collectibleRenewal({
  collection_amount: "20.004",
  payment_method: { method: "pm_1" },
  attempt_number: 2,
})
const attempt = { number: 2, was: "started" as const }
const paid = { status: "paid" as const, reason: null }
const inCents = { asOf: "2026-02-28", takenBy: () => (amount: string) => round(amount, "eur") }
const standing = { isCanceled: false, isPaid: true }
const capture = { reference: "capture" as const, reference_id: "capt_1", payment_id: "pay_1", amount: "20.004" }

describe("chargesOf", () => {
  it("B32: asks for the payable total, in the customer's name; a guest has none", () => {
    expect(chargesOf([renewal, { ...renewal, customer_id: null }], inCents)).toMatchObject([
      { renewal_id: "bren_A_1", amount: "20.00", customer: { id: "cus_1", email: "" }, as_of: "2026-02-28" },
      { customer: null },
    ])
  })

  it("decision 4: the provider takes the rounded amount, Medusa keeps the exact one", () => {
    expect(chargesOf([renewal], inCents)).toMatchObject([{ amount: "20.00", order_total: "20.004" }])
    const inYen = { ...inCents, takenBy: () => (amount: string) => round(amount, "jpy") }
    const yen = { ...renewal, total: "3297", collection_amount: "3296.7" }
    expect(chargesOf([yen], inYen)).toMatchObject([{ amount: "3297", order_total: "3296.7" }])
  })

  it("charges what was invoiced where the order came to something else since", () => {
    expect(chargesOf([{ ...renewal, collection_amount: "12" }], inCents)).toMatchObject([
      { amount: "20.00", order_total: "20.00" },
    ])
  })

  it("B30: does not charge a method of another customer", () => {
    expect(chargesOf([{ ...renewal, is_method_of_another: true }], inCents)).toMatchObject([{ payment_method: null }])
  })
})

describe("chargedOf", () => {
  it("leaves to another process what it is charging right now", () => {
    const came = { outcome: paid, attempt, order: standing, moved: [capture], keeps: false }
    const result = { ...came, renewal_id: "bren_A_1", is_busy: false }
    expect(chargedOf([renewal], [result])).toEqual([{ renewal, ...came }])
    expect(chargedOf([renewal], [{ ...result, is_busy: true, outcome: null }])).toEqual([])
    expect(chargedOf([renewal], [{ ...result, renewal_id: "bren_B_1" }])).toEqual([])
  })
})

describe("attemptOf", () => {
  it("names all that it makes from renewal and number alone, so that it is made once", () => {
    const [charge] = chargesOf([renewal], inCents)
    const made = charge && attemptOf(charge, "pp_demo")
    expect(made).toMatchObject({
      id: "bcha_A_1_2",
      idempotency_key: "msc-bren_A_1-2",
      payment_session_id: "payses_A_1_2",
      number: 2,
      amount: "20.00",
    })
    expect(charge && attemptOf(charge, "pp_demo")).toEqual(made)
  })

  it("an attempt is open until its outcome is known", () => {
    const open = ["started", "unknown", "requires_action", "processing"] as const
    expect(open.every((status) => isOpenAttempt({ status }))).toBe(true)
    expect(
      (["paid", "soft_declined", "hard_declined", "reversed"] as const).some((status) => isOpenAttempt({ status })),
    ).toBe(false)
    expect(recordedOutcome({ status: "started", reason: null })).toEqual({ status: "unknown", reason: null })
    expect(recordedOutcome({ status: "paid", reason: null })).toEqual(paid)
    expect(recordedOutcome({ status: "reversed", reason: null })).toEqual(paid)
  })
})

describe("renewalTransactions", () => {
  const charged = { renewal, outcome: paid, attempt, order: standing, moved: [capture], keeps: false }
  const [transaction] = renewalTransactions([charged])

  it("are of what was moved alone, to the last decimal, each under an id of its own", () => {
    expect(transaction).toMatchObject({
      id: "ordtrx_A_1",
      order_id: "order_A_1",
      amount: "20.004",
      reference_id: "capt_1",
    })
    const refund = { reference: "refund" as const, reference_id: "ref_1", payment_id: "pay_1", amount: "20.004" }
    expect(renewalTransactions([{ ...charged, moved: [capture, refund] }])).toMatchObject([
      { id: "ordtrx_A_1", amount: "20.004" },
      { id: "ordtrx_A_1_ref_1", amount: "-20.004", reference: "refund", reference_id: "ref_1" },
    ])
    expect(renewalTransactions([{ ...charged, outcome: null, moved: [] }])).toEqual([])
  })

  it("law: an existing transaction is not written again, by whichever process", () => {
    const wanted = renewalTransactions([charged])
    expect(missingTransactions(wanted, [])).toEqual(wanted)
    expect(missingTransactions(wanted, wanted)).toEqual([])
    const other = { id: "ordtrx_webhook", reference: "capture", reference_id: "capt_1", amount: "20.004" }
    expect(missingTransactions(wanted, [other])).toEqual([])
    expect(missingTransactions(wanted, [{ ...other, reference_id: null }])).toEqual(wanted)
  })

  it("law: a refund that Medusa's cancellation wrote under its payment's id is one refund of that amount, not two", () => {
    const refund = { reference: "refund" as const, reference_id: "ref_1", payment_id: "pay_1", amount: "20.004" }
    const part = { ...refund, reference_id: "ref_2", amount: "5" }
    const again = { ...part, reference_id: "ref_3" }
    const byMedusa = { id: "ordtrx_medusa", reference: "refund", reference_id: "pay_1", amount: "-20.004000" }
    const missing = (moved: (typeof refund)[], existing: (typeof byMedusa)[]) =>
      missingTransactions(renewalTransactions([{ ...charged, moved }]), existing).map((one) => one.reference_id)
    expect(missing([refund], [byMedusa])).toEqual([])
    expect(missing([refund, part], [byMedusa])).toEqual(["ref_2"])
    expect(missing([part, again], [{ ...byMedusa, amount: "-5" }])).toEqual(["ref_3"])
    expect(missing([refund], [{ ...byMedusa, reference_id: "pay_2" }])).toEqual(["ref_1"])
    expect(missing([refund], [{ ...byMedusa, reference: "capture" }])).toEqual(["ref_1"])
  })
})
