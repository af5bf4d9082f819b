import { Modules } from "@medusajs/framework/utils"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../src/modules/packages"
import { loadBasePrices } from "../../../src/workflows/packages/catalog/base-prices"
import { CartClient, type Cart } from "../../support/cart-client"
import { createWorld, type World } from "../../support/create-world"
import { giveDiscount } from "../../support/give-discount"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { PackageClient } from "../../support/package-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** A cart's lines, packages before their contents: "2 Chair at 10". */
const linesOf = (cart: Cart): string[] =>
  (cart.items ?? []).map(({ quantity, title, unit_price }) => `${quantity} ${title} at ${unit_price}`).sort()

export const cartSuite = storeSuite(__filename, (store) => {
  let world: World
  let shopper: CartClient
  let chair: Sold
  let sound: Sold
  let book: Sold
  let party: Sold & { entryIds: string[] }
  let furniture: Sold & { entryIds: string[] }

  const article = (title: string, eur: number, more = {}) =>
    giveArticle(store.container(), {
      title,
      salesChannelId: world.salesChannelId,
      prices: { eur, chf: eur + 1 },
      ...more,
    })

  beforeAll(async () => {
    world = await createWorld(store)
    shopper = new CartClient(store, world)
    chair = await article("Chair", 10)
    sound = await article("Sound", 50)
    book = await article("Book", 5)
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 300, chf: 320 } }
    party = await givePackage(store.container(), {
      ...of,
      title: "Party",
      pricing: "flat",
      entries: [
        { ...chair, quantity: 4 },
        { ...sound, group: "music", isDefault: true },
        { ...book, group: "music" },
        { ...book, role: "accessory", isOptional: true, isFreeQuantity: true },
      ],
    })
    furniture = await givePackage(store.container(), {
      ...of,
      title: "Furniture",
      pricing: "contents_all",
      entries: [
        { ...chair, quantity: 2 },
        { ...book, isHidden: true },
        { ...sound, isOptional: true },
      ],
    })
  })

  const post = async (path: string, body: object): Promise<Cart> =>
    (await store.api.post(`/store/carts/${path}`, body, world.storeHeaders)).data.cart

  const addPackage = (cartId: string, body: object) => post(`${cartId}/packages`, body)
  const totalOf = async (id: string) => (await shopper.read(id)).item_subtotal
  const lineOf = (cart: Cart, title: string) => cart.items?.find((item) => item.title === title)?.id ?? ""

  it("P17: a package is one entry with a line for each content; its quantity changes all, removing it removes all", async () => {
    const { id } = await shopper.create("de")
    const cart = await addPackage(id, { variant_id: party.variantId })
    expect(linesOf(cart)).toEqual(["1 Party at 300", "1 Sound at 0", "4 Chair at 0"])
    const changed = await shopper.update(id, lineOf(cart, "Party"), { quantity: 3 })
    expect(linesOf(changed)).toEqual(["12 Chair at 0", "3 Party at 300", "3 Sound at 0"])
    expect((await shopper.remove(id, lineOf(cart, "Party"))).items).toEqual([])
  })

  it("P6: contents priced by themselves make the price, hidden ones too, and taxes are theirs (PK2)", async () => {
    const { id } = await shopper.create("de")
    await addPackage(id, {
      variant_id: furniture.variantId,
      quantity: 2,
      choices: [{ path: furniture.entryIds[2], is_chosen: true }],
    })
    const cart = await shopper.read(id)
    expect({ subtotal: cart.item_subtotal, tax: cart.item_tax_total }).toEqual({ subtotal: 150, tax: 28.5 })
  })

  it("an alternative swaps, an accessory is added with its own price, and choices can be changed afterwards", async () => {
    const { id } = await shopper.create("de")
    const [, , other, accessory] = party.entryIds
    const cart = await addPackage(id, {
      variant_id: party.variantId,
      choices: [
        { path: other, is_chosen: true },
        { path: accessory, is_chosen: true, quantity: 3 },
      ],
    })
    expect(linesOf(cart)).toEqual(["1 Book at 0", "1 Party at 300", "3 Book at 5", "4 Chair at 0"])
    const changed = await post(`${id}/packages/${lineOf(cart, "Party")}`, { quantity: 2, choices: [] })
    expect(linesOf(changed)).toEqual(["2 Party at 300", "2 Sound at 0", "8 Chair at 0"])
  })

  it("the same package twice: with other choices two entries, with the same ones one", async () => {
    const { id } = await shopper.create("de")
    const choices = [{ path: party.entryIds[2], is_chosen: true }]
    await addPackage(id, { variant_id: party.variantId, choices })
    await addPackage(id, { variant_id: party.variantId })
    await addPackage(id, { variant_id: party.variantId, choices })
    const cart = await shopper.add(id, { variant_id: party.variantId, quantity: 1 })
    expect(linesOf(cart)).toEqual([
      "2 Book at 0",
      "2 Party at 300",
      "2 Party at 300",
      "2 Sound at 0",
      "8 Chair at 0",
      "8 Chair at 0",
    ])
  })

  it("the same one twice at once, by either route: one entry with both", async () => {
    const { id } = await shopper.create("de")
    const choices = [{ path: party.entryIds[2], is_chosen: true }]
    await Promise.all([1, 2].map((quantity) => addPackage(id, { variant_id: party.variantId, quantity, choices })))
    expect(linesOf(await shopper.read(id))).toEqual(["12 Chair at 0", "3 Book at 0", "3 Party at 300"])
    const other = await shopper.create("de")
    await Promise.all([1, 2].map((quantity) => shopper.add(other.id, { variant_id: furniture.variantId, quantity })))
    expect(linesOf(await shopper.read(other.id))).toEqual(["3 Furniture at 5", "6 Chair at 10"])
  })

  it("of two changes at once, one that fails takes nothing back of the other", async () => {
    const { id } = await shopper.create("de")
    const line = lineOf(await addPackage(id, { variant_id: party.variantId }), "Party")
    const choices = [{ path: party.entryIds[2], is_chosen: true }]
    await Promise.allSettled([
      post(`${id}/packages/${line}`, { choices, quantity: 2 }),
      post(`${id}/packages/${line}`, { choices: [{ path: "e_none", is_chosen: true }] }),
    ])
    const kept = ["2 Book at 0", "2 Party at 300", "8 Chair at 0"]
    expect(linesOf(await shopper.read(id))).toEqual(kept)
    expect(linesOf(await shopper.moveTo(id, "de"))).toEqual(kept)
  })

  it("P6: a package that its contents make the price of is not sold without any", async () => {
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 0, chf: 0 } }
    const choice = await givePackage(store.container(), {
      ...{ ...of, title: "Choice", pricing: "contents_visible" },
      entries: [{ ...chair, isOptional: true }],
    })
    const { id } = await shopper.create("de")
    for (const request of [
      addPackage(id, { variant_id: choice.variantId }),
      shopper.add(id, { variant_id: choice.variantId, quantity: 1 }),
    ]) {
      expect(await refusalOf(request)).toMatchObject({
        ...{ status: 400, message: expect.stringContaining('choices: "Choice": its contents make its price') },
      })
    }
    expect((await shopper.read(id)).items).toEqual([])
    const choices = [{ path: choice.entryIds[0], is_chosen: true }]
    expect(linesOf(await addPackage(id, { variant_id: choice.variantId, choices }))).toEqual([
      "1 Chair at 10",
      "1 Choice at 0",
    ])
  })

  it("Medusa's own route, and a cart created with items, give the package with its defaults", async () => {
    const cart = await shopper.create("de", { items: [{ variant_id: furniture.variantId, quantity: 1 }] })
    expect(linesOf(cart)).toEqual(["1 Furniture at 5", "2 Chair at 10"])
    const more = await shopper.add(cart.id, { variant_id: party.variantId, quantity: 1 })
    expect(more.item_subtotal).toBe(325)
  })

  it("P16: with the accessories that are lines of their own, once, which are the buyer's from then on", async () => {
    const gift = await givePackage(store.container(), {
      ...{ title: "Gift", salesChannelId: world.salesChannelId, prices: { eur: 30, chf: 32 }, pricing: "flat" },
      entries: [chair, { ...book, role: "accessory", isNested: false, quantity: 2 }],
    })
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    const items = ["2 Book at 5", "3 Chair at 0", "3 Gift at 30"]
    expect(linesOf(await shopper.add(id, { variant_id: gift.variantId, quantity: 3 }))).toEqual(items)
    const more = await shopper.add(id, { variant_id: gift.variantId, quantity: 1 })
    expect(linesOf(more)).toEqual(["2 Book at 5", "4 Chair at 0", "4 Gift at 30"])
    expect(linesOf(await shopper.moveTo(id, "ch"))).toContain("2 Book at 6")
    const { items: ordered, total } = await shopper.complete((await shopper.moveTo(id, "de")).id)
    expect([ordered?.length, total]).toEqual([3, more.total])
    const created = await shopper.create("de", { items: [{ variant_id: gift.variantId, quantity: 3 }] })
    expect(linesOf(await shopper.read(created.id))).toEqual(items)
    const fewer = await shopper.remove(created.id, lineOf(await shopper.read(created.id), "Book"))
    expect(linesOf(fewer)).toEqual(["3 Chair at 0", "3 Gift at 30"])
  })

  it("P20: what Medusa's own route adds after the recipe has changed is another entry, of the recipe of now", async () => {
    const { id } = await shopper.create("de")
    await shopper.add(id, { variant_id: furniture.variantId, quantity: 1 })
    const joined = await shopper.add(id, { variant_id: furniture.variantId, quantity: 1 })
    expect(linesOf(joined)).toEqual(["2 Furniture at 5", "4 Chair at 10"])
    const service = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
    await service.updateEntries({ id: furniture.entryIds[0], quantity: 3 })
    const apart = await shopper.add(id, { variant_id: furniture.variantId, quantity: 1 })
    expect(linesOf(apart)).toEqual(["1 Furniture at 5", "2 Furniture at 5", "3 Chair at 10", "4 Chair at 10"])
  })

  it("P20: sold by the day and flat now: a cart has the flat price once, and what is in it stays", async () => {
    const fair = await givePackage(store.container(), {
      ...{ title: "Fair", salesChannelId: world.salesChannelId, prices: { eur: 50, chf: 50 }, pricing: "day" },
      entries: [chair],
    })
    const { id } = await shopper.create("de")
    const cart = await addPackage(id, { variant_id: fair.variantId, days: 3 })
    expect(linesOf(cart)).toEqual(["1 Chair at 0", "1 Fair at 150"])
    await new PackageClient(store, world).save(fair.productId, {
      ...{ pricing: "flat", entries: [{ variant_id: sound.variantId }] },
      prices: [{ currency_code: "eur", amount: "500" }],
    })
    const more = await shopper.update(id, lineOf(cart, "Fair"), { quantity: 2 })
    expect(linesOf(more)).toEqual(["2 Chair at 0", "2 Fair at 500"])
    expect(more.item_subtotal).toBe(1000)
  })

  it("P21, P22: where Medusa has another price from a quantity on, what is shown is what the cart has", async () => {
    const { priceSetId = "" } = (await loadBasePrices(store.container(), [party.variantId])).get(party.variantId) ?? {}
    const prices = [{ currency_code: "eur", amount: 250, min_quantity: 10 }]
    await store.container().resolve(Modules.PRICING).addPrices([{ priceSetId, prices }])
    const { id } = await shopper.create("de")
    expect((await addPackage(id, { variant_id: party.variantId, quantity: 10 })).item_subtotal).toBe(2_500)
    const asked = { region_id: world.regions.eur.id, quantity: 10 }
    const { data } = await store.api.post(`/store/packages/${party.productId}/price`, asked, world.storeHeaders)
    expect(data.price.total).toBe("2500")
    const breakdown = await new PackageClient(store, world).breakdown(party.productId, {
      ...{ region_id: world.regions.eur.id, quantity: 10 },
    })
    expect(breakdown.total).toBe("2500")
  })

  it("survives two changes of region, with the prices of each", async () => {
    const { id } = await shopper.create("de")
    await addPackage(id, { variant_id: furniture.variantId })
    await addPackage(id, { variant_id: party.variantId })
    expect(await totalOf(id)).toBe(325)
    const swiss = await shopper.moveTo(id, "ch")
    expect(swiss.item_subtotal).toBe(348)
    const back = await shopper.moveTo(id, "de")
    expect(back.item_subtotal).toBe(325)
    expect(back.items).toHaveLength(5)
  })

  it("PK5: two packages cost what each costs alone, whatever their order", async () => {
    const one = await shopper.create("de")
    await addPackage(one.id, { variant_id: furniture.variantId })
    await addPackage(one.id, { variant_id: party.variantId })
    const other = await shopper.create("de")
    await addPackage(other.id, { variant_id: party.variantId })
    await addPackage(other.id, { variant_id: furniture.variantId })
    expect([await totalOf(one.id), await totalOf(other.id)]).toEqual([325, 325])
  })

  it("a content cannot be changed or removed by itself", async () => {
    const { id } = await shopper.create("de")
    const cart = await addPackage(id, { variant_id: party.variantId })
    const content = lineOf(cart, "Chair")
    for (const request of [shopper.remove(id, content), shopper.update(id, content, { quantity: 1 })]) {
      expect(await refusalOf(request)).toMatchObject({
        status: 400,
        message: expect.stringContaining("A content follows its package"),
      })
    }
  })

  it.each<[string, () => object, string]>([
    ["a quantity of zero", () => ({ variant_id: party.variantId, quantity: 0 }), "quantity"],
    ["what is no package", () => ({ variant_id: chair.variantId }), "variant_id"],
    ["a variant that does not exist", () => ({ variant_id: "variant_none" }), "variant_id"],
    [
      "an optional content that isn't one",
      () => ({ variant_id: party.variantId, choices: [{ path: party.entryIds[0], is_chosen: false }] }),
      "choices.0.is_chosen",
    ],
    [
      "a choice outside its package",
      () => ({ variant_id: party.variantId, choices: [{ path: "e_none", is_chosen: true }] }),
      "choices.0.path",
    ],
    [
      "a period that ends before it starts",
      () => ({
        variant_id: party.variantId,
        period: { from: "2099-06-02T10:00Z", to: "2099-06-01T10:00Z" },
      }),
      "period.to",
    ],
    [
      "a past period",
      () => ({ variant_id: party.variantId, period: { from: "2020-06-02T10:00Z", to: "2020-06-03T10:00Z" } }),
      "period.from",
    ],
    [
      "a period without an hour",
      () => ({ variant_id: party.variantId, period: { from: "2099-06-02", to: "2099-06-03" } }),
      "period.from",
    ],
  ])("refuses %s, and nothing is written", async (_what, body, field) => {
    const { id } = await shopper.create("de")
    const refusal = await refusalOf(addPackage(id, body()))
    expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(field) })
    expect((await shopper.read(id)).items).toEqual([])
    expect(await store.knex()("service_core_line_record").where({ cart_id: id })).toEqual([])
  })

  it("refuses more packages than a line counts of one part", async () => {
    const { id } = await shopper.create("de")
    const crates = await givePackage(store.container(), {
      ...{ title: "Crates", salesChannelId: world.salesChannelId, prices: { eur: 1, chf: 1 }, pricing: "flat" },
      entries: [{ ...chair, quantity: 3_000 }],
    })
    expect(await refusalOf(addPackage(id, { variant_id: crates.variantId, quantity: 1_000_000 }))).toMatchObject({
      ...{ status: 400, message: expect.stringContaining("quantity: ") },
    })
    expect((await shopper.read(id)).items).toEqual([])
  })

  it("refuses a content that is not sold any more, or has no price in the currency, and nothing is written", async () => {
    const lamp = await article("Lamp", 7)
    const euroOnly = await giveArticle(store.container(), {
      ...{ title: "Euro lamp", salesChannelId: world.salesChannelId, prices: { eur: 7 } },
    })
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 1, chf: 1 }, pricing: "contents_all" as const }
    const lit = await givePackage(store.container(), { ...of, title: "Lit", entries: [lamp] })
    const inEuro = await givePackage(store.container(), { ...of, title: "In euro", entries: [euroOnly] })
    const { id } = await shopper.create("ch")
    expect(await refusalOf(addPackage(id, { variant_id: inEuro.variantId }))).toMatchObject({
      ...{
        status: 400,
        message: expect.stringContaining('currency_code: "In euro": "Euro lamp" has no price in this'),
      },
    })
    await store.container().resolve(Modules.PRODUCT).updateProducts(lamp.productId, { status: "draft" })
    expect(await refusalOf(addPackage(id, { variant_id: lit.variantId }))).toMatchObject({
      ...{ status: 400, message: expect.stringMatching(/items: "Lit": its content \S+ is not sold any more/) },
    })
    expect((await shopper.read(id)).items).toEqual([])
    expect(await store.knex()("service_core_line_record").where({ cart_id: id })).toEqual([])
  })

  it("P9: a fixed discount on a package priced by its contents is refused; one that reaches it otherwise is skipped", async () => {
    const rules = [{ trigger: "quantity", min: "1", mode: "fixed", value: "5", currency_code: "eur" }]
    const make = (name: string, assignments: object[]) =>
      store.api.post(
        "/admin/discounts/article-discounts",
        { name, type: "cumulative", rules, assignments },
        world.adminHeaders,
      )
    for (const [level, target_id] of [
      ["product", furniture.productId],
      ["variant", furniture.variantId],
    ]) {
      expect(await refusalOf(make("Five off", [{ level, target_id }]))).toMatchObject({
        ...{
          status: 400,
          message: expect.stringContaining("assignments[0].target_id: its price is made by its contents"),
        },
      })
    }
    for (const { productId: target_id } of [party, furniture]) {
      await giveDiscount(store.container(), {
        ...{ rules: [{ mode: "fixed", value: "5", currency_code: "eur" }] },
        on: [{ level: "product", target_id }],
      })
    }
    const { id } = await shopper.create("de")
    await addPackage(id, { variant_id: furniture.variantId })
    await addPackage(id, { variant_id: party.variantId })
    const taken = ((await shopper.read(id)).items ?? []).filter(({ adjustments }) => adjustments?.length)
    expect(taken.map(({ title }) => title)).toEqual(["Party"])
  })

  it("a client's key is dropped: a content's or a package's line cannot be forged", async () => {
    const { id } = await shopper.create("de")
    await addPackage(id, { variant_id: party.variantId, choices: [{ path: party.entryIds[2], is_chosen: true }] })
    const [record] = await store.knex()("service_core_line_record").where({ cart_id: id, kind: "content" }).limit(1)
    const cart = await shopper.add(id, {
      variant_id: chair.variantId,
      quantity: 1,
      metadata: { service_commerce_key: record.key },
    })
    expect(linesOf(cart)).toContain("1 Chair at 10")
    const [own] = await store.knex()("service_core_line_record").where({ cart_id: id, kind: "package" }).limit(1)
    const forged = { variant_id: sound.variantId, quantity: 1, metadata: { service_commerce_key: own.key } }
    expect(linesOf(await shopper.add(id, forged))).toContain("1 Sound at 50")
  })

  it("P9: a percentage on the package is taken off its contents, and an order completes with it", async () => {
    await giveDiscount(store.container(), {
      rules: [{ value: "10" }],
      on: [{ level: "product", target_id: furniture.productId }],
    })
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    await addPackage(id, { variant_id: furniture.variantId, quantity: 3 })
    const cart = await shopper.read(id)
    const taken = (cart.items ?? []).map(({ title, adjustments }) => `${title} ${adjustments?.[0]?.amount ?? 0}`).sort()
    expect(taken).toEqual(["Chair 6", "Furniture 1.5"])
    expect((await shopper.complete(id)).total).toBe(cart.total)
  })

  it("P9: a percentage on a package inside another one is taken first, that of the outer one of what it leaves", async () => {
    const house = await givePackage(store.container(), {
      ...{ title: "House", salesChannelId: world.salesChannelId, prices: { eur: 1, chf: 1 }, pricing: "contents_all" },
      entries: [furniture, sound],
    })
    const percent = (value: string, of: Sold) =>
      giveDiscount(store.container(), {
        ...{ name: `${value} %`, rules: [{ value }], on: [{ level: "product" as const, target_id: of.productId }] },
      })
    await percent("50", furniture)
    await percent("10", house)
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    await addPackage(id, { variant_id: house.variantId })
    const cart = await shopper.read(id)
    // 25 of furniture less a half, and 50 of sound, less a tenth of 62.50.
    expect(cart.item_subtotal).toBe(75)
    expect(cart.total).toBeCloseTo((75 - 12.5 - 6.25) * 1.19)
    expect((await shopper.complete(id)).total).toBe(cart.total)
  })

  it("P11: a percentage of the order follows every change, and no promotion counts a content at nothing", async () => {
    const service = await article("Service", 1, { unit: "percent_of_order", percent: "10" })
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    await shopper.add(id, { variant_id: service.variantId, quantity: 1 })
    const cart = await addPackage(id, { variant_id: party.variantId })
    expect(linesOf(cart)).toContain("1 Service at 30")
    const changed = await shopper.update(id, lineOf(cart, "Party"), { quantity: 2 })
    expect(linesOf(changed)).toContain("1 Service at 60")
    expect((await shopper.complete(id)).total).toBe((await shopper.read(id)).total)
  })

  it("P20: what was sold of a package is not changed through the cart that it was", async () => {
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    const cart = await addPackage(id, { variant_id: party.variantId })
    await shopper.complete(id)
    const records = () => store.knex()("service_core_line_record").where({ cart_id: id }).orderBy("id")
    const sold = await records()
    const choices = [{ path: party.entryIds[2], is_chosen: true }]
    const change = post(`${id}/packages/${lineOf(cart, "Party")}`, { choices, quantity: 2 })
    expect(await refusalOf(change)).toMatchObject({ status: 400, message: expect.stringContaining("become an order") })
    expect(await records()).toEqual(sold)
  })

  it("becomes an order as it was shown: the order keeps its prices (PK10)", async () => {
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    await addPackage(id, { variant_id: furniture.variantId, quantity: 2 })
    await addPackage(id, { variant_id: party.variantId })
    const shown = await shopper.read(id)
    const order = await shopper.complete(id)
    expect({ total: order.total, lines: order.items?.length }).toEqual({ total: shown.total, lines: 5 })
  })
})
