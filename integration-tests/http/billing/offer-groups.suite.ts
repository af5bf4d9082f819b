import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const offerGroupsSuite = storeSuite(__filename, (store) => {
  let world: World
  let offers: OfferedProduct[]
  let group: string

  const post = (path: string, body: object) => store.api.post(path, body, world.adminHeaders)
  const shown = async (): Promise<number> =>
    (await store.api.get(`/store/billing/products?region_id=${world.regions.eur.id}`, world.storeHeaders)).data.count
  const hidden = () => store.knex()("billing_offer").orderBy("id").pluck("hidden")

  beforeAll(async () => {
    world = await createWorld(store)
    offers = []
    for (const title of ["Small", "Large"]) {
      const cycles = [{ name: "Monthly", interval: { unit: "month" as const, count: 1 }, prices: { eur: 10 } }]
      offers.push(
        await createOfferedProduct(store.container(), { title, salesChannelId: world.salesChannelId, cycles }),
      )
    }
    const { data } = await post("/admin/collections", { title: "Servers" })
    group = data.collection.id
    await post(`/admin/collections/${group}/products`, { add: offers.map(({ productId }) => productId) })
  })

  it("B2: a group is hidden as a whole, and shown again; what was so already keeps its version", async () => {
    expect(await shown()).toBe(2)
    await post(`/admin/billing/offers/${offers[0]?.offerId}/visibility`, { hidden: true })
    const versions = async () => store.knex()("billing_offer").orderBy("id").pluck("version")
    const before = await versions()
    const { data } = await post(`/admin/billing/groups/${group}/visibility`, { hidden: true })
    expect(data.group).toEqual({ id: group, hidden: true, offers: 2 })
    expect(await hidden()).toEqual([true, true])
    expect(await shown()).toBe(0)
    const after = await versions()
    expect(after.filter((version, index) => version !== before[index])).toHaveLength(1)
    await Promise.all([1, 2, 3].map(() => post(`/admin/billing/groups/${group}/visibility`, { hidden: false })))
    expect(await hidden()).toEqual([false, false])
    expect(await shown()).toBe(2)
    const gone = await refusalOf(post("/admin/billing/groups/pcol_none/visibility", { hidden: true }))
    expect(gone).toMatchObject({ status: 404, message: "Group with id: pcol_none was not found" })
  })

  it("B12: a clone has offer, cycles, prices and fees of its own, is published and hidden; the same title twice is one", async () => {
    const [source] = offers
    const path = `/admin/billing/products/${source?.productId}`
    const cross_sells = [{ product_id: offers[1]?.productId, replaces: true }]
    await post(`${path}/offer`, { payment_type: "recurring", cross_sells, trial_days: 7 })
    // A region's own price, and a product that promotions leave alone.
    const [variantId] = Object.values(source?.variants ?? {})
    const abroad = { amount: 7, currency_code: "eur", rules: { region_id: world.regions.eur.id } }
    await store.api.post(
      `/admin/products/${source?.productId}/variants/${variantId}`,
      { prices: [{ amount: 5, currency_code: "eur" }, abroad] },
      world.adminHeaders,
    )
    await store.api.post(`/admin/products/${source?.productId}`, { discountable: false }, world.adminHeaders)
    const made = await Promise.allSettled([1, 2].map(() => post(`${path}/clone`, { title: "Small, again" })))
    const done = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
    expect(done.map(({ status }) => status)).toEqual([201])
    const { offer } = done[0]?.data ?? {}
    expect(offer).toMatchObject({
      hidden: true,
      trial_days: 7,
      cross_sells,
      provisioning_type: null,
      cycles: [{ interval: { unit: "month", count: 1 }, prices: [{ currency_code: "eur" }] }],
    })
    const { data } = await store.api.get(`/admin/products/${offer.product_id}`, world.adminHeaders)
    expect(data.product).toMatchObject({ title: "Small, again", status: "published", discountable: false })
    const copied: { amount: number; rules: object }[] = data.product.variants[0].prices
    expect(copied.map(({ amount, rules }) => [amount, rules])).toEqual(
      expect.arrayContaining([
        [5, {}],
        [7, { region_id: world.regions.eur.id }],
      ]),
    )
    expect(copied).toHaveLength(2)
    expect(data.product.variants.map(({ id }: { id: string }) => id)).toEqual([offer.cycles[0].variant_id])
    expect(await shown()).toBe(2)
    expect(Number((await store.knex()("billing_offer").whereNull("deleted_at").count("id").first())?.count)).toBe(3)
    const gone = await refusalOf(post("/admin/billing/products/prod_none/clone", { title: "None" }))
    expect(gone.status).toBe(404)
  })

  it("B2: a group is deleted only when it is empty, by Medusa's own route", async () => {
    const refused = await refusalOf(store.api.delete(`/admin/collections/${group}`, world.adminHeaders))
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining("2 offers are in this group") })
    await post(`/admin/collections/${group}/products`, { remove: offers.map(({ productId }) => productId) })
    const { data } = await store.api.delete(`/admin/collections/${group}`, world.adminHeaders)
    expect(data).toMatchObject({ id: group, deleted: true })
  })
})
