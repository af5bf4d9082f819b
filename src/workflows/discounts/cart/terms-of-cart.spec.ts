import type { MedusaContainer } from "@medusajs/framework/types"
import { customerTerms, type CustomerTerms } from "../../ports/customer-terms"
import { orHasTerms, termsOfCart } from "./terms-of-cart"

const container = {} as MedusaContainer
const asked: unknown[] = []

const port: CustomerTerms = {
  condition: (cartId) => ({ sql: "has_terms(?)", bindings: [cartId] }),
  ofCart: async (_container, cart) => {
    asked.push(cart)
    return cart.id === "quick"
      ? { percent: "15", quickOrder: { groups: ["partners"] } }
      : { percent: cart.accountId && "10", quickOrder: null }
  },
  percentOf: async () => null,
  isQuickOrder: async () => false,
}

describe("termsOfCart (D21, D25)", () => {
  beforeAll(() => customerTerms.fill(port))
  const cart = (id: string, over: object = {}) => ({ id, currency_code: "eur", customer_id: "cus_1", ...over })

  it("D25: a quick order has the percentage and the groups of the customer whose link it is", async () => {
    expect(await termsOfCart(container, cart("quick", { customer: { id: "cus_1", has_account: false } }))).toEqual({
      channel: "quick_order",
      personalPercent: "15",
      groups: ["partners"],
    })
  })

  it("D25: another cart has the percentage of the account that is logged in to it", async () => {
    expect(await termsOfCart(container, cart("shop"))).toEqual({ channel: "cart", personalPercent: "10" })
    for (const guest of [{ customer: { id: "cus_1", has_account: false } }, { isLoggedIn: false }]) {
      expect(await termsOfCart(container, cart("shop", guest))).toEqual({ channel: "cart", personalPercent: null })
    }
  })

  it("extends a condition by the carts that have terms", () => {
    expect(orHasTerms({ sql: "a or b(?)", bindings: [1] }, "cart_1")).toEqual({
      sql: "(a or b(?)) or has_terms(?)",
      bindings: [1, "cart_1"],
    })
  })
})
