import type { MedusaContainer } from "@medusajs/framework/types"
import { termsOfCart, type CartTermsSource } from "./terms-of-cart"

const container = {} as MedusaContainer
const cart = { id: "cart_1", currency_code: "eur" }

describe("termsOfCart (D21, D25)", () => {
  it("D25: a cart without terms has the channel cart and no personal percentage", async () => {
    expect(await termsOfCart(container, cart)).toEqual({ channel: "cart", personalPercent: null })
  })

  it("D25: the first room that knows the cart wins", async () => {
    const knowsNothing: CartTermsSource = async () => null
    const quick: CartTermsSource = async (_container, { id }) =>
      id === "cart_1" ? { channel: "quick_order", personalPercent: "10" } : null
    const late: CartTermsSource = async () => ({ channel: "cart", personalPercent: "99" })
    const sources = [knowsNothing, quick, late]
    expect(await termsOfCart(container, cart, sources)).toEqual({ channel: "quick_order", personalPercent: "10" })
    const other = { ...cart, id: "cart_2" }
    expect(await termsOfCart(container, other, sources)).toEqual({ channel: "cart", personalPercent: "99" })
  })
})
