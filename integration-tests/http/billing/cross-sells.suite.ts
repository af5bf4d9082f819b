import type { CrossSellAnswer } from "../../../src/contracts/billing/offer-links/cross-sells"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const crossSellsSuite = storeSuite(__filename, (store) => {
  let world: World
  const made: Record<string, OfferedProduct> = {}

  const variant = (title: string): string => made[title]?.variants.Monthly ?? ""
  const cartWith = async (...lines: [string, number][]): Promise<string> => {
    const items = lines.map(([title, quantity]) => ({ variant_id: variant(title), quantity }))
    const { data } = await store.api.post(
      "/store/carts",
      { region_id: world.regions.eur.id, items },
      world.storeHeaders,
    )
    return data.cart.id
  }
  const shown = async (cart: string): Promise<CrossSellAnswer[]> =>
    (await store.api.get(`/store/carts/${cart}/cross-sells`, world.storeHeaders)).data.cross_sells
  const take = (cart: string, title: string) =>
    store.api.post(`/store/carts/${cart}/cross-sells`, { variant_id: variant(title) }, world.storeHeaders)
  const linesOf = async (cart: string) => {
    const { data } = await store.api.get(`/store/carts/${cart}`, world.storeHeaders)
    return data.cart.items
      .map((item: { product_title: string; quantity: number }) => [item.product_title, item.quantity])
      .sort()
  }

  beforeAll(async () => {
    world = await createWorld(store)
    for (const title of ["Small", "Large", "Backup", "Hidden", "Asked"]) {
      made[title] = await createOfferedProduct(store.container(), {
        title,
        salesChannelId: world.salesChannelId,
        hidden: title === "Hidden",
        onRequest: title === "Asked",
        cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
      })
    }
    const cross_sells = ["Large", "Hidden", "Asked", "Backup"].map((title) => ({
      product_id: made[title]?.productId,
      replaces: title === "Large",
    }))
    const path = `/admin/billing/products/${made.Small?.productId}/offer`
    await store.api.post(path, { payment_type: "recurring", cross_sells }, world.adminHeaders)
  })

  it("B15: a cart shows what is sold with it, less what is in it, hidden or on request, at the visitor's prices", async () => {
    const cart = await cartWith(["Small", 3])
    const found = await shown(cart)
    expect(found.map(({ title, replaces_line_id }) => [title, replaces_line_id !== null])).toEqual([
      ["Large", true],
      ["Backup", false],
    ])
    expect(found[1]?.product?.cycles).toMatchObject([{ price: { amount: "10.00", currency_code: "eur" } }])
    expect((await shown(await cartWith(["Small", 1], ["Backup", 1]))).map(({ title }) => title)).toEqual(["Large"])
    expect(await shown(await cartWith(["Backup", 1]))).toEqual([])
  })

  it("B15: taken, it comes beside; one that replaces swaps the line with its units, once", async () => {
    const cart = await cartWith(["Small", 3])
    await take(cart, "Backup")
    expect(await linesOf(cart)).toEqual([
      ["Backup", 1],
      ["Small", 3],
    ])
    const taken = await Promise.allSettled([take(cart, "Large"), take(cart, "Large")])
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await linesOf(cart)).toEqual([
      ["Backup", 1],
      ["Large", 3],
    ])
  })

  it("what is not sold with the cart, hidden or on request is refused, and the cart stays as it was", async () => {
    const cart = await cartWith(["Small", 2])
    expect((await refusalOf(take(cart, "Small"))).message).toContain("variant_id: is of no product that is sold with")
    for (const title of ["Hidden", "Asked"]) {
      expect((await refusalOf(take(cart, title))).status).toBe(400)
    }
    expect(await linesOf(cart)).toEqual([["Small", 2]])
    const gone = await refusalOf(store.api.get("/store/carts/cart_none/cross-sells", world.storeHeaders))
    expect(gone.status).toBe(404)
  })
})
