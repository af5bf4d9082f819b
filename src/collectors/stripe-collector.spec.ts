import Stripe from "stripe"
import type { SavedMethod } from "./contract"
import { stripeCollector } from "./stripe-collector"

type StripeProvider = {
  initiatePayment(input: object): Promise<{ id: string; status: string; data: Record<string, unknown> }>
  authorizePayment(input: object): Promise<{ status: string; data: Record<string, unknown> }>
  savePaymentMethod(input: object): Promise<{ id: string; data: Record<string, unknown> }>
}

const officialProvider: { default: { services: (new (cradle: object, options: object) => StripeProvider)[] } } =
  jest.requireActual("@medusajs/payment-stripe")

const method: SavedMethod = { id: "pm_card", account_holder_id: "cus_stripe", brand: "visa", last4: "4242" }
const customer = { id: "cus_medusa", email: "clara@test.example" }

/**
 * A PaymentIntent as Stripe documents it (https://docs.stripe.com/api/payment_intents/object), as far as it is read.
 */
const intent = (given: Record<string, unknown>): Record<string, unknown> => ({
  id: "pi_1",
  object: "payment_intent",
  amount: 2948,
  currency: "eur",
  customer: "cus_stripe",
  setup_future_usage: null,
  payment_method: { id: "pm_card", type: "card", card: { brand: "visa", last4: "4242" } },
  last_payment_error: null,
  ...given,
})

type Sent = { path: string; body: URLSearchParams; key: string | null }

/**
 * Medusa's official provider itself, on a network that answers what the test says. So the keys that reach Stripe and
 * the shapes that come back are the provider's own, not what we believe of them.
 */
function providerOn(answer: (sent: Sent) => { status: number; body: object } | Error): {
  provider: StripeProvider
  sent: Sent[]
} {
  const sent: Sent[] = []
  const [, ...rest] = officialProvider.default.services
  const services = officialProvider.default.services
  const Service = services.find((service) => "identifier" in service && service.identifier === "stripe") ?? rest[0]
  if (!Service) {
    throw new Error("the official provider has moved")
  }
  const provider = new Service({}, { apiKey: "sk_test_none", webhookSecret: "whsec_none" })
  const httpClient = Stripe.createFetchHttpClient(async (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    const request = {
      path: new URL(String(url)).pathname,
      body: new URLSearchParams(typeof init?.body === "string" ? init.body : ""),
      key: headers.get("idempotency-key"),
    }
    sent.push(request)
    const reply = answer(request)
    if (reply instanceof Error) {
      throw reply
    }
    return new Response(JSON.stringify(reply.body), { status: reply.status })
  })
  const stripe = new Stripe("sk_test_none", { httpClient, maxNetworkRetries: 0 })
  Object.assign(provider, { stripe_: stripe })
  return { provider, sent }
}

async function chargeThrough(answer: (sent: Sent) => { status: number; body: object }) {
  const { provider, sent } = providerOn(answer)
  const request = stripeCollector.chargeRequest(method, customer)
  const given = await provider.initiatePayment({
    amount: 29.48,
    currency_code: "eur",
    data: { ...request.data, session_id: "payses_1" },
    context: { ...request.context, idempotency_key: "msc-bren_1-1" },
  })
  return { sent: sent[0], given, outcome: stripeCollector.readAnswer(given) }
}

const declined = (error: object) => ({
  status: 402,
  body: {
    error: {
      type: "card_error",
      message: "Your card was declined.",
      ...error,
      payment_intent: intent({
        status: "requires_payment_method",
        last_payment_error: { type: "card_error", ...error },
      }),
    },
  },
})

describe("the collector for Stripe, through Medusa's official provider", () => {
  it("B30: charges the saved method off session, at once and with automatic capture, under the attempt's key", async () => {
    const { sent, given, outcome } = await chargeThrough(() => ({ status: 200, body: intent({ status: "succeeded" }) }))
    expect(sent?.path).toBe("/v1/payment_intents")
    expect(sent?.key).toBe("msc-bren_1-1")
    expect(Object.fromEntries(sent?.body ?? [])).toMatchObject({
      amount: "2948",
      currency: "eur",
      customer: "cus_stripe",
      payment_method: "pm_card",
      off_session: "true",
      confirm: "true",
      capture_method: "automatic",
      "automatic_payment_methods[enabled]": "true",
      "metadata[session_id]": "payses_1",
    })
    expect(outcome).toEqual({ status: "paid", reason: null })
    expect(stripeCollector.hasReference(given.data)).toBe(true)
  })

  it("sends the same request again under the same key, so that Stripe answers the first charge", async () => {
    const { provider, sent } = providerOn(() => ({ status: 200, body: intent({ status: "succeeded" }) }))
    const request = stripeCollector.chargeRequest(method, customer)
    for (let call = 0; call < 2; call++) {
      await provider.initiatePayment({
        amount: 29.48,
        currency_code: "eur",
        data: { ...request.data, session_id: "payses_1" },
        context: { ...request.context, idempotency_key: "msc-bren_1-1" },
      })
    }
    expect(sent[1]?.body.toString()).toBe(sent[0]?.body.toString())
    expect(sent[1]?.key).toBe(sent[0]?.key)
  })

  it.each([
    ["insufficient_funds", "soft_declined"],
    ["do_not_honor", "soft_declined"],
    ["generic_decline", "soft_declined"],
    ["try_again_later", "soft_declined"],
    ["processing_error", "soft_declined"],
    ["stolen_card", "hard_declined"],
    ["lost_card", "hard_declined"],
    ["pickup_card", "hard_declined"],
    ["invalid_account", "hard_declined"],
    ["revocation_of_all_authorizations", "hard_declined"],
    ["transaction_not_allowed", "hard_declined"],
  ])("B32: reads the decline code %s as %s", async (decline_code, status) => {
    const { outcome, given } = await chargeThrough(() => declined({ code: "card_declined", decline_code }))
    expect(outcome).toEqual({ status, reason: decline_code })
    expect(given.status).toBe("error")
  })

  it("B32: reads a code without decline code, and Stripe's advice", async () => {
    const expired = await chargeThrough(() => declined({ code: "expired_card" }))
    expect(expired.outcome).toEqual({ status: "hard_declined", reason: "expired_card" })
    const advised = await chargeThrough(() =>
      declined({ code: "card_declined", decline_code: "generic_decline", advice_code: "do_not_try_again" }),
    )
    expect(advised.outcome).toEqual({ status: "hard_declined", reason: "generic_decline" })
  })

  it("asks the customer back where the bank wants to see them", async () => {
    const required = await chargeThrough(() =>
      declined({ code: "authentication_required", decline_code: "authentication_required" }),
    )
    expect(required.outcome).toEqual({ status: "requires_action", reason: "authentication_required" })
    const redirected = await chargeThrough(() => ({ status: 200, body: intent({ status: "requires_action" }) }))
    expect(redirected.outcome).toMatchObject({ status: "requires_action" })
  })

  it("is unknown while the bank processes it, or when Stripe fails", async () => {
    const processing = await chargeThrough(() => ({ status: 200, body: intent({ status: "processing" }) }))
    expect(processing.outcome).toEqual({ status: "unknown", reason: "processing" })
    expect(stripeCollector.hasReference(processing.given.data)).toBe(true)
    const broken = await chargeThrough(() => ({ status: 500, body: { error: { type: "api_error", message: "down" } } }))
    expect(broken.outcome).toEqual({ status: "unknown", reason: "stripe_api_error" })
    expect(stripeCollector.hasReference(broken.given.data)).toBe(false)
  })

  it("reads what the provider throws: certain only where nothing can have been charged", async () => {
    const errorOf = async (error: object) => {
      const { provider } = providerOn(() => ({ status: 400, body: { error } }))
      const thrown: unknown = await provider
        .initiatePayment({ amount: 1, currency_code: "eur", data: {}, context: {} })
        .catch((reason: unknown) => reason)
      return thrown instanceof Error ? stripeCollector.readError(thrown) : thrown
    }
    expect(
      await errorOf({
        type: "invalid_request_error",
        code: "resource_missing",
        message: "No such PaymentMethod: 'pm_x'",
      }),
    ).toMatchObject({ status: "hard_declined" })
    for (const message of [
      "Amount must be at least €0.50 eur",
      "Amount must convert to at least 50 cents. 0.30 € converts to approximately $0.33.",
      "Invalid currency: xts.",
    ]) {
      expect(await errorOf({ type: "invalid_request_error", message })).toMatchObject({ status: "hard_declined" })
    }
    expect(
      await errorOf({ type: "idempotency_error", message: "Keys for idempotent requests can only …" }),
    ).toMatchObject({ status: "unknown" })
  })

  it("reads the state of a payment", async () => {
    const { provider, sent } = providerOn(() => ({ status: 200, body: intent({ status: "succeeded" }) }))
    const answer = await provider.authorizePayment({
      data: { id: "pi_1" },
      context: { idempotency_key: "msc-bren_1-1" },
    })
    expect(sent[0]?.path).toBe("/v1/payment_intents/pi_1")
    expect(stripeCollector.readAnswer(answer)).toEqual({ status: "paid", reason: null })
  })

  it("B14: saves a method while nothing is due, for use off session", async () => {
    const request = stripeCollector.saveRequest({ payment_method: "pm_card" })
    const answered = {
      id: "seti_1",
      object: "setup_intent",
      status: "succeeded",
      customer: "cus_stripe",
      payment_method: "pm_card",
    }
    const { provider, sent } = providerOn(() => ({ status: 200, body: answered }))
    const holder = { data: { id: "cus_stripe" } }
    const saved = await provider.savePaymentMethod({
      context: { account_holder: holder },
      data: request.ok ? request.data : {},
    })
    expect(sent[0]?.path).toBe("/v1/setup_intents")
    expect(Object.fromEntries(sent[0]?.body ?? [])).toMatchObject({
      customer: "cus_stripe",
      payment_method: "pm_card",
      confirm: "true",
      usage: "off_session",
    })
    expect(stripeCollector.readSaved(saved, holder)).toEqual({
      kind: "saved",
      method: { id: "pm_card", account_holder_id: "cus_stripe", brand: null, last4: null },
    })
  })
})

describe("what is remembered of a checkout with Stripe", () => {
  it("saves the method for later, by Stripe's own key", () => {
    expect(stripeCollector.checkoutData()).toEqual({ setup_future_usage: "off_session" })
  })

  it("remembers the method of a payment that was made so", () => {
    const data = intent({ status: "succeeded", setup_future_usage: "off_session" })
    expect(stripeCollector.rememberSession({ status: "captured", data })).toEqual(method)
  })

  it.each([
    ["it was not saved for later", intent({ status: "succeeded" })],
    ["the buyer has no account with Stripe", intent({ setup_future_usage: "off_session", customer: null })],
    ["it pays once only", intent({ setup_future_usage: "off_session", payment_method: { id: "pm_2", type: "ideal" } })],
  ])("remembers nothing where %s", (_why, data) => {
    expect(stripeCollector.rememberSession({ status: "captured", data })).toBeNull()
  })

  it("refuses to save what is no payment method, and names what to send", () => {
    expect(stripeCollector.saveRequest({ payment_method: "4242424242424242" })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("data.payment_method"),
    })
  })

  it("hands the customer on where the bank wants to see them first", () => {
    const data = { id: "seti_1", status: "requires_action", client_secret: "seti_1_secret", payment_method: "pm_card" }
    expect(stripeCollector.readSaved({ id: "seti_1", data }, { data: { id: "cus_stripe" } })).toEqual({
      kind: "requires_action",
      data: { client_secret: "seti_1_secret", setup_intent: "seti_1" },
    })
  })

  it("B37: remembers the month in which a card expires", () => {
    const listed = (card: Record<string, unknown>) =>
      stripeCollector.readListed(
        { id: "pm_card", data: { id: "pm_card", type: "card", card: { brand: "visa", last4: "4242", ...card } } },
        { data: { id: "cus_stripe" } },
      )
    expect(listed({ exp_month: 2, exp_year: 2027 })).toEqual({ ...method, expires: "2027-02" })
    expect(listed({ exp_month: 13, exp_year: 2027 })).toEqual(method)
    expect(listed({ exp_month: "2", exp_year: 2027 })).toEqual(method)
  })

  it("accepts a method that the customer has saved already", () => {
    const data = { id: "pm_card", type: "card", card: { brand: "visa", last4: "4242" } }
    expect(stripeCollector.readListed({ id: "pm_card", data }, { data: { id: "cus_stripe" } })).toEqual(method)
  })
})
