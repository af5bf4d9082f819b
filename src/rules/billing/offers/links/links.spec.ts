import fc from "fast-check"
import { cycleOfLink } from "./cycle-of-link"
import { landing, type LandingSettings } from "./landing"

const settings: LandingSettings = { storefrontUrl: "https://shop.example", cartUrl: null, checkoutUrl: null }
const land = (returnTo?: string, over: Partial<LandingSettings> = {}) =>
  landing("add", { settings: { ...settings, ...over }, cartId: "cart_1", returnTo })

describe("B13: where a link lands", () => {
  it("in the storefront's cart or checkout, with the cart's id; the settings may say otherwise", () => {
    expect(land()).toEqual({ ok: true, url: "https://shop.example/cart?cart_id=cart_1" })
    expect(landing("checkout", { settings, cartId: "cart_1" })).toEqual({
      ok: true,
      url: "https://shop.example/checkout?cart_id=cart_1",
    })
    expect(land(undefined, { cartUrl: "https://shop.example/de/panier/{cart}" })).toEqual({
      ok: true,
      url: "https://shop.example/de/panier/cart_1",
    })
    expect(land(undefined, { storefrontUrl: null })).toEqual({ ok: false, reason: "no_storefront" })
  })

  it("on a page of the storefront's own that the link names", () => {
    expect(land("/thanks?a=1")).toEqual({ ok: true, url: "https://shop.example/thanks?a=1&cart_id=cart_1" })
    expect(land("https://shop.example/x")).toEqual({ ok: true, url: "https://shop.example/x?cart_id=cart_1" })
  })

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://shop.example@evil.example/",
    "https://user@shop.example/",
    "https://shop.example.evil.example/",
    "http://shop.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\tevil",
    "https://shop.example:444/",
  ])("never at %s", (returnTo) => {
    expect(land(returnTo)).toEqual({ ok: false, reason: "foreign" })
  })

  it("law: whatever a link names, it lands at the storefront or nowhere", () => {
    const wild = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((text) => `//${text}`),
      fc.string().map((text) => `/${text}`),
    )
    fc.assert(
      fc.property(wild, (returnTo) => {
        const answer = land(returnTo)
        expect(answer.ok ? new URL(answer.url).origin : "https://shop.example").toBe("https://shop.example")
      }),
    )
  })
})

describe("B13: which cycle a link means", () => {
  const cycle = (id: string, count: number, basePrice: string | null) => ({
    id: `bcyc_${id}`,
    variantId: `variant_${id}`,
    interval: { unit: "month" as const, count },
    basePrice,
    setupFee: null,
  })
  const loaded = {
    offer: { paymentType: "recurring" as const },
    cycles: [cycle("off", 1, "0"), cycle("quarter", 3, "27.00"), cycle("year", 12, "99.00")],
  }

  it.each([
    [undefined, "bcyc_quarter"],
    ["bcyc_year", "bcyc_year"],
    ["variant_year", "bcyc_year"],
    ["3-month", "bcyc_quarter"],
    ["12-month", "bcyc_year"],
    ["month", undefined],
    ["bcyc_off", undefined],
    ["forever", undefined],
    ["", undefined],
  ])("%s is %s: a disabled one is none", (asked, id) => {
    expect(cycleOfLink(loaded, asked)?.id).toBe(id)
  })
})
