import fc from "fast-check"
import { compare } from "../../money"
import { CHARGE_STATUSES, INVOICE_PAYMENT_STATUSES } from "../states"
import { isLinkGood } from "./is-link-good"
import { openAmount, paymentPageState, type PaymentPageFacts } from "./payment-page-state"

const facts: PaymentPageFacts = {
  isOrderCanceled: false,
  status: "open",
  open: "35.58",
  unheard: "0",
  attempt: null,
  session: null,
}

describe("the state of a payment page", () => {
  it.each<[string, Partial<PaymentPageFacts>]>([
    ["open", {}],
    ["open", { unheard: "10" }],
    ["open", { status: "partly_paid", open: "5" }],
    ["open", { session: "waits" }],
    ["paid", { status: "paid", open: "0" }],
    ["paid", { unheard: "35.58" }],
    ["paid", { unheard: "40" }],
    ["settled", { status: "void" }],
    ["settled", { status: "credited", open: "0" }],
    ["settled", { status: "written_off", open: "0" }],
    ["settled", { isOrderCanceled: true }],
    ["processing", { session: "in_doubt" }],
    ["processing", { attempt: { status: "started", canConfirm: false } }],
    ["processing", { attempt: { status: "unknown", canConfirm: true } }],
    ["action_required", { attempt: { status: "requires_action", canConfirm: true } }],
    ["action_required", { session: "requires_action" }],
    // What nobody can confirm is no reason to refuse another payment.
    ["open", { attempt: { status: "requires_action", canConfirm: false } }],
    ["open", { attempt: { status: "soft_declined", canConfirm: false } }],
  ])("is %s: %j", (state, given) => {
    expect(paymentPageState({ ...facts, ...given })).toBe(state)
  })

  it("never asks for money while a payment may have taken it, nor where nothing is owed", () => {
    const given = fc.record({
      isOrderCanceled: fc.boolean(),
      status: fc.constantFrom(...INVOICE_PAYMENT_STATUSES),
      open: fc.integer({ min: -999, max: 99_999 }).map(String),
      unheard: fc.integer({ min: -999, max: 99_999 }).map(String),
      attempt: fc.option(fc.record({ status: fc.constantFrom(...CHARGE_STATUSES), canConfirm: fc.boolean() })),
      session: fc.constantFrom(null, "in_doubt", "requires_action", "waits"),
    })
    fc.assert(
      fc.property(given, (one) => {
        const owed = openAmount(one)
        expect(compare(owed, "0")).toBeGreaterThanOrEqual(0)
        if (paymentPageState(one) === "open") {
          expect(compare(owed, "0")).toBe(1)
          expect(one.isOrderCanceled).toBe(false)
          expect(["started", "unknown"]).not.toContain(one.attempt?.status)
        }
      }),
    )
  })
})

describe("a payment link", () => {
  it.each([
    ["is good on its last day", "2026-03-31", null, "2026-03-31", true],
    ["is not on the day after it", "2026-03-31", null, "2026-04-01", false],
    ["is not once it was revoked, on that day neither", "2026-03-31", "2026-03-01", "2026-03-01", false],
  ])("%s", (_says, expires_on, revoked_on, asOf, good) => {
    expect(isLinkGood({ expires_on, revoked_on }, asOf)).toBe(good)
  })
})
