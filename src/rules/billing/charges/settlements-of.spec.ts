import type { ChargedRenewal, CollectibleRenewal } from "./charged-renewal"
import { settlementsOf } from "./settlements-of"

const renewal = (status: CollectibleRenewal["status"] = "issued"): CollectibleRenewal => ({
  id: "bren_A_1",
  status,
  subscription_id: "bsub_A",
  cycle: 1,
  order_id: "order_A_1",
  invoice_id: "binv_A_1",
  payment_collection_id: "pay_col_A_1",
  currency_code: "eur",
  total: "20.00",
  collection_amount: "20.00",
  customer_id: "cus_1",
  email: null,
  payment_provider_id: "pp_demo",
  payment_method: null,
  is_method_of_another: false,
  attempt_number: 1,
})
const charged = (changes: Partial<ChargedRenewal> = {}): ChargedRenewal => ({
  renewal: renewal(),
  outcome: { status: "paid", reason: null },
  order: { isCanceled: false, isPaid: true },
  moved: [],
  keeps: false,
  ...changes,
})
const settle = (one: ChargedRenewal, now = one.renewal.status) => settlementsOf([one], new Map([["bren_A_1", now]]))

describe("settlementsOf", () => {
  it("B30: a paid charge settles its renewal, and is reported", () => {
    expect(settle(charged())).toMatchObject({
      settled: [{ id: "bren_A_1", status: "paid", reason: null, is_open: false }],
      changed: [{ fact: { status: "paid" } }],
      outdated: [],
    })
  })

  it("decision 7: in doubt, it stays as it is and is asked about again", () => {
    const doubt = {
      outcome: { status: "unknown" as const, reason: "timeout" },
      order: { isCanceled: false, isPaid: false },
    }
    expect(settle(charged(doubt))).toMatchObject({
      settled: [{ status: "issued", reason: "timeout", is_open: true }],
      changed: [],
    })
    const canceled = { ...doubt, order: { isCanceled: true, isPaid: false } }
    expect(settle(charged(canceled))).toMatchObject({
      settled: [{ status: "canceled", reason: "charge_in_doubt", is_open: true }],
      changed: [{ fact: { status: "order_canceled" } }],
    })
    expect(settle(charged({ ...canceled, renewal: renewal("canceled") }))).toMatchObject({
      settled: [{ status: "canceled", is_open: true }],
      changed: [],
    })
  })

  it("says what could not be given back, and tries it again", () => {
    expect(settle(charged({ order: { isCanceled: true, isPaid: true }, keeps: true }))).toMatchObject({
      settled: [{ status: "canceled", reason: "not_given_back", is_open: true }],
    })
  })

  it("decision 7: leaves to a later run what another process has settled meanwhile", () => {
    expect(settle(charged(), "canceled")).toEqual({ settled: [], changed: [], outdated: ["bren_A_1"] })
  })

  it("without a charge and without news of the order, changes nothing", () => {
    const untouched = { outcome: null, order: { isCanceled: false, isPaid: false } }
    expect(settle(charged(untouched))).toMatchObject({ settled: [{ status: "issued", is_open: false }], changed: [] })
  })
})
