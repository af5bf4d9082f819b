import { CartClient } from "../../support/cart-client"
import { countPassed } from "../../support/count-passed"
import { createStockedProduct, stockOf, type StockedProduct } from "../../support/create-stocked-product"
import { createWorld, type World } from "../../support/create-world"
import { givePackage, type Sold } from "../../support/give-package"
import { july } from "../../support/july"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** The guard of stock as a storefront meets it (P18). */
export const guardedCartsSuite = storeSuite(__filename, (store) => {
  let world: World
  let here: string
  let shopper: CartClient
  let lamp: StockedProduct
  let chair: StockedProduct
  let tent: StockedProduct
  let pair: Sold
  let camp: Sold

  beforeAll(async () => {
    world = await createWorld(store)
    here = world.shipping.stockLocationId
    shopper = new CartClient(store, world)
    const stocked = (title: string, stock: number) =>
      createStockedProduct(store.container(), world, {
        ...{ title, stock: { [here]: stock }, shippingProfileId: world.shipping.profileId },
      })
    lamp = await stocked("Lamp", 1)
    chair = await stocked("Chair", 5)
    tent = await stocked("Tent", 3)
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 100, chf: 100 } }
    pair = await givePackage(store.container(), {
      ...of,
      title: "Pair",
      pricing: "flat",
      entries: [{ ...lamp }, { ...chair }],
    })
    camp = await givePackage(store.container(), {
      ...of,
      title: "Camp",
      pricing: "day",
      rates: [[1, "40"]],
      entries: [{ ...tent }],
    })
  })

  const cart = () => shopper.create("de", { email: "buyer@example.com" })
  const addPackage = (id: string, body: object) =>
    store.api.post(`/store/carts/${id}/packages`, body, world.storeHeaders)
  const complete = async (id: string) => {
    await shopper.ship(id)
    return shopper.complete(id)
  }
  const add = (id: string, { variantId }: StockedProduct, quantity = 1) =>
    shopper.add(id, { variant_id: variantId, quantity })

  it("PK6: two lines that share one item, stock 5, need 3 + 3, are refused, of a plain cart, too", async () => {
    const other = await createStockedProduct(store.container(), world, {
      title: "Engraved chair",
      shippingProfileId: world.shipping.profileId,
      items: { [chair.inventoryItemId]: 1 },
    })
    const { id } = await cart()
    await add(id, chair, 3)
    await add(id, other, 3)
    expect(await countPassed([complete(id)])).toBe(0)
    expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 5, reserved: 0 })
  })

  it("PK7: a package in the cart, then one of its parts alone: refused, and the other way round", async () => {
    const one = await cart()
    await addPackage(one.id, { variant_id: pair.variantId })
    expect(await refusalOf(add(one.id, lamp))).toMatchObject({
      status: 400,
      message: expect.stringContaining('not enough of "Lamp"'),
    })
    const other = await cart()
    await add(other.id, lamp)
    expect(await refusalOf(addPackage(other.id, { variant_id: pair.variantId }))).toMatchObject({ status: 400 })
    expect((await shopper.read(other.id)).items).toHaveLength(1)
    await complete(one.id)
    expect(await countPassed([complete(other.id)])).toBe(0)
  })

  it("a larger quantity is refused where the contents are not there", async () => {
    const { id } = await cart()
    const { data } = await addPackage(id, { variant_id: pair.variantId })
    const line = data.cart.items.find(({ title }: { title: string }) => title === "Pair")
    expect(await refusalOf(shopper.update(id, line.id, { quantity: 2 }))).toMatchObject({ status: 400 })
    expect((await shopper.read(id)).items?.map(({ quantity }) => quantity)).toEqual([1, 1, 1])
  })

  it("PK8: three units: three overlapping rentals pass, the fourth is refused, at once from four visitors", async () => {
    const ids: string[] = []
    for (const period of [july(1, 5), july(2, 4), july(3, 6), july(3, 4)]) {
      const { id } = await cart()
      await addPackage(id, { variant_id: camp.variantId, period })
      ids.push(id)
    }
    expect(await countPassed(ids.map((id) => complete(id)))).toBe(3)
    const { id } = await cart()
    expect(await countPassed([addPackage(id, { variant_id: camp.variantId, period: july(3, 4) })])).toBe(0)
    await addPackage(id, { variant_id: camp.variantId, period: july(6, 9), quantity: 3 })
  })

  it("ten at once: exactly the stock is sold, of a package and of its parts alone", async () => {
    const ids: string[] = []
    for (let index = 0; index < 10; index++) {
      const { id } = await cart()
      await (index % 2 ? add(id, chair) : addPackage(id, { variant_id: pair.variantId }))
      ids.push(id)
    }
    await countPassed(ids.map((id) => complete(id)))
    const { stocked, reserved } = await stockOf(store.container(), chair.inventoryItemId, here)
    const lamps = await stockOf(store.container(), lamp.inventoryItemId, here)
    expect({ stocked, reserved }).toEqual({ stocked: 5, reserved: 5 })
    expect(lamps.reserved).toBeLessThanOrEqual(lamps.stocked)
  })

  it("a rental is refused without a date, through Medusa's own route, too", async () => {
    const { id } = await cart()
    const requests = [
      () => addPackage(id, { variant_id: camp.variantId }),
      () => shopper.add(id, { variant_id: camp.variantId, quantity: 1 }),
    ]
    for (const request of requests) {
      expect(await refusalOf(request())).toMatchObject({ status: 400, message: expect.stringContaining("period") })
    }
    expect((await shopper.read(id)).items).toEqual([])
  })
})
