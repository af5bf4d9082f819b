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

  it("B2: a group is deleted only when it is empty, by Medusa's own route", async () => {
    const refused = await refusalOf(store.api.delete(`/admin/collections/${group}`, world.adminHeaders))
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining("2 offers are in this group") })
    await post(`/admin/collections/${group}/products`, { remove: offers.map(({ productId }) => productId) })
    const { data } = await store.api.delete(`/admin/collections/${group}`, world.adminHeaders)
    expect(data).toMatchObject({ id: group, deleted: true })
  })
})
