import { stripeCollector } from "./stripe-collector"
import { readStripeDecline } from "./stripe-declines"
import { readStripeLateFact } from "./stripe-disputes"

/** An event as Stripe documents it: https://docs.stripe.com/api/disputes/object */
const event = (type: string, changes: Record<string, unknown> = {}) => ({
  id: "evt_1",
  object: "event",
  type,
  data: {
    object: {
      id: "dp_1",
      object: "dispute",
      amount: 3558,
      currency: "eur",
      charge: "ch_1",
      payment_intent: "pi_1",
      reason: "insufficient_funds",
      status: "lost",
      ...changes,
    },
  },
})

describe("what Stripe says of a payment that was settled", () => {
  it("B30: a direct debit that the bank returns is a dispute, whose reason says so", () => {
    expect(readStripeLateFact(event("charge.dispute.created"))).toEqual({
      payment: "pi_1",
      reference: "dp_1",
      kind: "returned",
      code: "insufficient_funds",
      amount: "35.58",
    })
    expect(stripeCollector.readLateFact).toBe(readStripeLateFact)
  })

  it.each([
    ["insufficient_funds", "returned"],
    ["debit_not_authorized", "returned"],
    ["bank_cannot_process", "returned"],
    ["incorrect_account_details", "returned"],
    ["check_returned", "returned"],
    ["fraudulent", "disputed"],
    ["product_not_received", "disputed"],
    ["general", "disputed"],
    ["customer_initiated", "disputed"],
  ])("reads the reason %s as %s", (reason, kind) => {
    expect(readStripeLateFact(event("charge.dispute.created", { reason }))).toMatchObject({ kind, code: reason })
  })

  it("names one dispute by one id, whichever of its events comes, and how often", () => {
    const taken = ["charge.dispute.created", "charge.dispute.funds_withdrawn"].map((type) =>
      readStripeLateFact(event(type, { status: "needs_response", reason: "fraudulent" })),
    )
    expect(new Set(taken.map((fact) => fact?.reference))).toEqual(new Set(["dp_1"]))
    expect(taken.map((fact) => fact?.kind)).toEqual(["disputed", "disputed"])
  })

  it.each([
    ["charge.dispute.funds_reinstated", "won"],
    ["charge.dispute.closed", "won"],
  ])("%s of one that is %s brings the money back", (type, status) => {
    expect(readStripeLateFact(event(type, { status }))).toMatchObject({ kind: "reinstated", reference: "dp_1" })
  })

  it.each([
    ["an inquiry takes no money", event("charge.dispute.created", { status: "warning_needs_response" })],
    ["a lost dispute took it before", event("charge.dispute.closed", { status: "lost" })],
    ["another event", event("charge.dispute.updated")],
    ["of no PaymentIntent", event("charge.dispute.created", { payment_intent: null })],
    ["another object", event("charge.dispute.created", { object: "refund" })],
    ["nothing at all", {}],
  ])("says nothing: %s", (_why, message) => {
    expect(readStripeLateFact(message)).toBeNull()
  })

  it("reads a PaymentIntent that was expanded, and currencies without cents", () => {
    const expanded = event("charge.dispute.created", {
      payment_intent: { id: "pi_2", object: "payment_intent" },
      amount: 3558,
      currency: "jpy",
    })
    expect(readStripeLateFact(expanded)).toMatchObject({ payment: "pi_2", amount: "3558" })
  })
})

/** What Stripe's test cards answer: https://docs.stripe.com/testing#declined-payments and #authentication-and-setup */
describe("Stripe's test card numbers", () => {
  it.each([
    ["4000000000000002", { code: "card_declined", decline_code: "generic_decline" }, "soft_declined"],
    ["4000000000009995", { code: "card_declined", decline_code: "insufficient_funds" }, "soft_declined"],
    ["4000000000009987", { code: "card_declined", decline_code: "lost_card" }, "hard_declined"],
    ["4000000000009979", { code: "card_declined", decline_code: "stolen_card" }, "hard_declined"],
    ["4000000000000069", { code: "expired_card" }, "hard_declined"],
    ["4000000000000127", { code: "incorrect_cvc" }, "soft_declined"],
    ["4000000000000119", { code: "processing_error" }, "soft_declined"],
    ["4242424242424241", { code: "incorrect_number" }, "hard_declined"],
    ["4000000000006975", { code: "card_declined", decline_code: "card_velocity_exceeded" }, "soft_declined"],
    ["4100000000000019", { code: "card_declined", decline_code: "fraudulent" }, "hard_declined"],
    [
      "4000002500003155",
      { code: "authentication_required", decline_code: "authentication_required" },
      "requires_action",
    ],
    [
      "4000002760003184",
      { code: "authentication_required", decline_code: "authentication_required" },
      "requires_action",
    ],
    ["4000008260003178", { code: "card_declined", decline_code: "insufficient_funds" }, "soft_declined"],
  ])("B32: %s", (_number, error, status) => {
    expect(readStripeDecline(error).status).toBe(status)
  })
})
