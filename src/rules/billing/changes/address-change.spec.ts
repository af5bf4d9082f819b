import { addressChange } from "./address-change"

describe("addressChange", () => {
  it("B26: sets what is given, and tells which one; no address is in the event", () => {
    const input = { shipping_address: { city: "Bern" }, billing_address: undefined, as_of: "2026-02-10" }
    const answer = addressChange({ status: "active" }, input)
    expect(answer).toEqual({
      ok: true,
      change: {
        type: "addresses_changed",
        patch: { shipping_address: { city: "Bern" } },
        data: { changed: ["shipping_address"] },
      },
    })
  })

  it("B26: what has ended is refused", () => {
    expect(addressChange({ status: "expired" }, { shipping_address: {} })).toMatchObject({ ok: false })
  })
})
