import type { AvailabilityAnswer } from "../../../src/contracts/packages/availability"
import { createSalesChannel } from "../../support/create-sales-channel"
import { createStockedProduct, type StockedProduct } from "../../support/create-stocked-product"
import { createWorld, type World } from "../../support/create-world"
import { givePackage, type Sold } from "../../support/give-package"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const YEAR = new Date().getUTCFullYear() + 1
const day = (date: number) => `${YEAR}-07-${String(date).padStart(2, "0")}`

export const availabilitySuite = storeSuite(__filename, (store) => {
  let world: World
  let here: string
  let tent: StockedProduct
  let stove: StockedProduct
  let camp: Sold & { entryIds: string[] }

  beforeAll(async () => {
    world = await createWorld(store)
    here = world.shipping.stockLocationId
    tent = await createStockedProduct(store.container(), world, { title: "Tent", stock: { [here]: 6 } })
    stove = await createStockedProduct(store.container(), world, { title: "Stove", stock: { [here]: 1 } })
    camp = await givePackage(store.container(), {
      ...{ title: "Camp", salesChannelId: world.salesChannelId, prices: { eur: 100, chf: 100 }, pricing: "day" },
      entries: [
        { ...tent, quantity: 2 },
        { ...stove, isOptional: true },
        { ...stove, isHidden: true, isOptional: true },
      ],
    })
  })

  /** Booked from ten o'clock of a day in July to ten o'clock of another. */
  const book = (of: StockedProduct, quantity: number, from: number, to: number) =>
    store
      .knex()("packages_booking")
      .insert({
        ...{ id: `pbok_${from}_${quantity}`, inventory_item_id: of.inventoryItemId, location_id: here, quantity },
        ...{ state: "booked", starts_at: `${day(from)}T10:00Z`, ends_at: `${day(to)}T10:00Z` },
        ...{ blocked_from: `${day(from)}T10:00Z`, blocked_to: `${day(to)}T10:00Z` },
      })
  const ask = async (productId: string, query: object): Promise<AvailabilityAnswer> =>
    (await store.api.get(`/store/packages/${productId}/availability`, { ...world.storeHeaders, params: query })).data
      .availability
  const told = ({ days }: AvailabilityAnswer) => days.map(({ date, available }) => `${date.slice(8)}: ${available}`)

  it("P18, P22: how many packages are free on each day, and whether so many are all along", async () => {
    await book(tent, 3, 2, 4)
    await book(tent, 2, 4, 5)
    const asked = { from: day(1), to: day(6), quantity: 2 }
    const answer = await ask(camp.productId, asked)
    expect(told(answer)).toEqual(["01: 3", "02: 1", "03: 1", "04: 1", "05: 2", "06: 3"])
    expect(answer).toMatchObject({ is_rented: true, is_available: false, quantity: 2, variant_id: camp.variantId })
    expect(answer.days.map(({ is_available }) => is_available)).toEqual([true, false, false, false, true, true])
    expect(await ask(camp.productId, { ...asked, from: day(5) })).toMatchObject({ is_available: true })
    expect(await ask(camp.productId, { ...asked, quantity: 1 })).toMatchObject({ is_available: true })
  })

  it("P12, P18: what is chosen counts; what a visitor cannot see cannot be chosen", async () => {
    const [, visible, hidden] = camp.entryIds
    const asked = { from: day(1), to: day(1) }
    expect(told(await ask(camp.productId, { ...asked, chosen: visible }))).toEqual(["01: 1"])
    const path = `/store/packages/${camp.productId}/availability`
    const refused = store.api.get(path, { ...world.storeHeaders, params: { ...asked, chosen: hidden } })
    expect(await refusalOf(refused)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^chosen: .*The package has no such content/),
    })
  })

  it("P12: an option of the recipe can be left out", async () => {
    const pair = await givePackage(store.container(), {
      ...{ title: "Pair", salesChannelId: world.salesChannelId, prices: { eur: 100, chf: 100 }, pricing: "day" },
      entries: [tent, { ...stove, isOptional: true, isDefault: true }],
    })
    const asked = { from: day(1), to: day(1) }
    expect(told(await ask(pair.productId, asked))).toEqual(["01: 1"])
    expect(told(await ask(pair.productId, { ...asked, left_out: pair.entryIds[1] }))).toEqual(["01: 6"])
    const path = `/store/packages/${pair.productId}/availability`
    const refused = store.api.get(path, { ...world.storeHeaders, params: { ...asked, left_out: pair.entryIds[0] } })
    expect((await refusalOf(refused)).message).toMatch(/^left_out: .*This content is always in/)
  })

  it("a package that may be had with a period or without: for one where its parts are booked so, or as is asked", async () => {
    const pair = await givePackage(store.container(), {
      ...{ title: "Pair", salesChannelId: world.salesChannelId, prices: { eur: 100, chf: 100 }, pricing: "flat" },
      entries: [tent],
    })
    const asked = { from: day(1), to: day(3) }
    expect(await ask(pair.productId, asked)).toMatchObject({ is_rented: false, is_available: true })
    await book(tent, 5, 2, 3)
    const rented = await ask(pair.productId, asked)
    expect({ days: told(rented), is_rented: rented.is_rented }).toEqual({
      ...{ days: ["01: 6", "02: 1", "03: 1"], is_rented: true },
    })
    const sold = await ask(pair.productId, { ...asked, rented: "false" })
    expect({ days: told(sold), is_rented: sold.is_rented }).toEqual({
      ...{ days: ["01: 1", "02: 1", "03: 1"], is_rented: false },
    })
  })

  it("an article: rented where its price is by time, else sold for good", async () => {
    await book(tent, 5, 2, 4)
    const asked = { from: day(1), to: day(3), variant_id: tent.variantId }
    expect(await ask(tent.productId, asked).then(told)).toEqual(["01: 1", "02: 1", "03: 1"])
    await store
      .knex()("packages_article")
      .insert({
        ...{ id: "part_1", variant_id: tent.variantId, product_id: tent.productId, unit: "day" },
        ...{ buffer_before_minutes: 24 * 60 },
      })
    expect(await ask(tent.productId, asked).then(told)).toEqual(["01: 6", "02: 1", "03: 1"])
    const after = { ...asked, from: day(4), to: day(6) }
    expect(await ask(tent.productId, after).then(told)).toEqual(["04: 1", "05: 1", "06: 6"])
  })

  it("the same for an admin, at all locations or those of a sales channel", async () => {
    const params = { product_id: camp.productId, from: day(1), to: day(1) }
    const admin = async (more = {}) =>
      (await store.api.get("/admin/packages/availability", { ...world.adminHeaders, params: { ...params, ...more } }))
        .data.availability
    expect(told(await admin())).toEqual(["01: 3"])
    expect(told(await admin({ chosen: [camp.entryIds[2]] }))).toEqual(["01: 1"])
    const other = await createSalesChannel(store.container())
    expect(told(await admin({ sales_channel_id: other.id }))).toEqual(["01: 0"])
  })

  it("refuses what makes no sense, and finds nothing that is not for sale", async () => {
    const refused = (query: object, id = camp.productId) =>
      refusalOf(store.api.get(`/store/packages/${id}/availability`, { ...world.storeHeaders, params: query }))
    const days = { from: day(1), to: day(2) }
    expect((await refused({ from: day(2), to: day(1) })).message).toBe("to: must not be before from")
    expect((await refused({ from: "2026-02-30", to: "soon" })).message).toContain("from: must be a date")
    expect((await refused({ from: day(1), to: `${YEAR + 2}-01-01` })).message).toContain("to: must be less than 366")
    expect((await refused({ ...days, quantity: 0 })).message).toContain("quantity")
    expect((await refused({ ...days, variant_id: tent.variantId })).message).toContain("variant_id")
    expect(await refused(days, "prod_none")).toMatchObject({ status: 404 })
    await store.knex()("product").where("id", camp.productId).update({ status: "draft" })
    expect(await refused(days)).toMatchObject({ status: 404 })
  })
})
