import { isOwnMethod } from "./is-own-method"

const PROVIDER = "pp_stripe_stripe"
const bea = { customerId: "cus_bea", accountHolders: [{ providerId: PROVIDER, externalId: "cus_stripe_bea" }] }
const saved = { providerId: PROVIDER, accountHolderId: "cus_stripe_bea", payerId: "cus_bea" }

describe("isOwnMethod", () => {
  it("B30: a method that lies with the customer's own account is theirs", () => {
    expect(isOwnMethod(saved, bea)).toBe(true)
  })

  it("B30: a stranger's method is not, whoever's cart it paid", () => {
    expect(isOwnMethod({ ...saved, accountHolderId: "cus_stripe_abel" }, bea)).toBe(false)
    // The session says that Bea opened it, the provider that the method is Abel's: the provider is believed.
    expect(isOwnMethod({ ...saved, accountHolderId: "cus_stripe_abel", payerId: "cus_bea" }, bea)).toBe(false)
    expect(isOwnMethod(saved, { ...bea, accountHolders: [] })).toBe(false)
  })

  it("B30: an account with another provider under the same id is another account", () => {
    expect(isOwnMethod({ ...saved, providerId: "pp_other_other" }, bea)).toBe(false)
  })

  it("B30: without accounts at the provider, who opened the session decides", () => {
    expect(isOwnMethod({ ...saved, accountHolderId: null }, bea)).toBe(true)
    expect(isOwnMethod({ ...saved, accountHolderId: null, payerId: "cus_abel" }, bea)).toBe(false)
    expect(isOwnMethod({ ...saved, accountHolderId: null, payerId: null }, bea)).toBe(false)
  })
})
