import { collectorFor, registerCollector } from "./collector-for"
import { readSavedMethod } from "./contract"
import { demoCollector } from "./demo-collector"
import { invoiceCollector } from "./invoice-collector"
import { readSessionStatus } from "./read-session-status"
import { stripeCollector } from "./stripe-collector"

describe("collectorFor", () => {
  it.each([
    ["pp_demo_demo", demoCollector],
    ["pp_demo", demoCollector],
    ["pp_stripe_stripe", stripeCollector],
    ["pp_stripe_eu-account", stripeCollector],
    // Stripe's one-time methods are providers of their own, and cannot be charged again.
    ["pp_stripe-ideal_stripe", invoiceCollector],
    ["pp_system_default", invoiceCollector],
    ["pp_stripes_stripe", invoiceCollector],
    ["stripe", invoiceCollector],
    ["", invoiceCollector],
    [null, invoiceCollector],
  ])("B30: %s", (providerId, collector) => {
    expect(collectorFor(providerId)).toBe(collector)
  })

  it("prefers a merchant's own, the most exact one first", () => {
    const own = { ...demoCollector, identifier: "demo_own" }
    registerCollector(own)
    expect(collectorFor("pp_demo_own_x")).toBe(own)
    expect(collectorFor("pp_demo_demo")).toBe(demoCollector)
  })

  it("refuses an identifier that no provider can have", () => {
    expect(() => registerCollector({ ...demoCollector, identifier: "pp demo" })).toThrow("identifier")
  })
})

describe("the collector for providers that cannot charge later", () => {
  it("charges nothing and remembers nothing", () => {
    expect(invoiceCollector.canChargeOffSession).toBe(false)
    expect(invoiceCollector.checkoutData()).toEqual({})
    expect(invoiceCollector.rememberSession({ status: "captured", data: { payment_method: "pm_1" } })).toBeNull()
    expect(invoiceCollector.saveRequest({})).toMatchObject({ ok: false })
  })
})

describe("the demo collector", () => {
  it("B37: remembers the month that its card was given", () => {
    const data = { payment_method: "dpm_1", account_holder_id: "dacc_1", expires: "2027-02" }
    expect(demoCollector.rememberSession({ status: "captured", data })).toMatchObject({ expires: "2027-02" })
    expect(
      demoCollector.readListed({ id: "dpm_1", data: { ...data, expires: "soon" } }, { data: {} }),
    ).not.toHaveProperty("expires")
    expect(readSavedMethod({ id: "dpm_1", expires: "2027-02" })).toMatchObject({ expires: "2027-02" })
  })

  it("reads the provider's declines", () => {
    const answer = (decline_code: string) => demoCollector.readAnswer({ status: "error", data: { decline_code } })
    expect(answer("insufficient_funds")).toEqual({ status: "soft_declined", reason: "insufficient_funds" })
    expect(answer("stolen_card")).toEqual({ status: "hard_declined", reason: "stolen_card" })
  })

  it("treats a time-out as unknown", () => {
    expect(demoCollector.readError(new Error("no answer"))).toEqual({ status: "unknown", reason: "no answer" })
  })
})

describe("readSessionStatus", () => {
  it.each([
    ["captured", "paid"],
    ["authorized", "requires_action"],
    ["requires_more", "requires_action"],
    ["error", "soft_declined"],
    ["canceled", "soft_declined"],
    ["pending", "unknown"],
    ["pending_authorization", "unknown"],
    ["something new", "unknown"],
  ])("%s is %s", (status, outcome) => {
    expect(readSessionStatus(status).status).toBe(outcome)
  })
})

describe("readSavedMethod", () => {
  it("reads what a collector wrote, with keys of its own", () => {
    const method = { id: "pm_1", account_holder_id: "cus_1", brand: "visa", last4: "4242", mandate: "m_1" }
    expect(readSavedMethod(method)).toEqual(method)
    expect(readSavedMethod({ id: "pm_1" })).toEqual({ id: "pm_1", account_holder_id: null, brand: null, last4: null })
  })

  it.each([[null], [{}], [{ id: 5 }]])("reads no method from %j", (json) => {
    expect(readSavedMethod(json)).toBeNull()
  })
})
