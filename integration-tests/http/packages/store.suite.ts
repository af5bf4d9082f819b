import { Modules } from "@medusajs/framework/utils"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../src/modules/packages"
import type {
  CartPackageAnswer,
  RecipeChangesAnswer,
  StoreEntryAnswer,
  StorePackageAnswer,
  StorePackagePriceAnswer,
} from "../../../src/contracts/packages/store"
import {
  cartPackageAnswerSchema,
  recipeChangesAnswerSchema,
  storePackageAnswerSchema,
  storePackagePriceAnswerSchema,
} from "../../../src/contracts/packages/store"
import { CartClient, type Cart } from "../../support/cart-client"
import { createOfferWorld, type OfferWorld } from "../../support/create-offer-world"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { OfferClient } from "../../support/offer-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const storePackagesSuite = storeSuite(__filename, (store) => {
  let world: OfferWorld
  let shopper: CartClient
  let chair: Sold
  let sound: Sold
  let book: Sold
  let tent: Sold
  let lamp: Sold & { entryIds: string[] }
  let party: Sold & { entryIds: string[] }
  let room: Sold & { entryIds: string[] }

  const packages = () => store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)

  beforeAll(async () => {
    world = await createOfferWorld(store)
    shopper = new CartClient(store, world)
    const container = store.container()
    const of = { salesChannelId: world.salesChannelId }
    const article = (title: string, eur: number, more = {}) =>
      giveArticle(container, { ...of, title, prices: { eur, chf: eur + 1 }, ...more })
    chair = await article("Chair", 10)
    sound = await article("Sound", 50)
    book = await article("Book", 5)
    tent = await article("Tent", 20, { unit: "day" })
    lamp = await givePackage(container, {
      ...of,
      title: "Lamp",
      prices: { eur: 8, chf: 9 },
      pricing: "contents_all",
      entries: [
        { ...book, quantity: 2 },
        { ...sound, isHidden: true },
      ],
    })
    party = await givePackage(container, {
      ...of,
      title: "Party",
      prices: { eur: 300, chf: 320 },
      pricing: "flat",
      entries: [
        { ...chair, quantity: 4 },
        { ...sound, group: "music", isDefault: true },
        { ...book, group: "music" },
        { ...book, role: "accessory", isOptional: true, isFreeQuantity: true },
      ],
    })
    room = await givePackage(container, {
      ...of,
      title: "Room",
      prices: { eur: 1, chf: 1 },
      pricing: "contents_all",
      defaultHours: 4,
      entries: [{ ...chair, quantity: 2 }, { ...lamp }, { ...tent, isOptional: true }, { ...sound, isHidden: true }],
    })
    const [stored] = await packages().listPackages({ product_id: room.productId })
    await packages().updatePackages({
      id: stored?.id ?? "",
      contract_description: "Returned clean",
      shows_contract_description: true,
      internal_notes: "Ask Paul for the key",
    })
  })

  const read = async (productId: string, query = `region_id=${world.regions.eur.id}`): Promise<StorePackageAnswer> => {
    const { data } = await store.api.get(`/store/packages/${productId}?${query}`, world.storeHeaders)
    return storePackageAnswerSchema.parse(data.package)
  }

  const price = async (productId: string, body: object = {}): Promise<StorePackagePriceAnswer> => {
    const asked = { region_id: world.regions.eur.id, ...body }
    const { data } = await store.api.post(`/store/packages/${productId}/price`, asked, world.storeHeaders)
    return storePackagePriceAnswerSchema.parse(data.price)
  }

  const add = async (cartId: string, body: object): Promise<Cart> =>
    (await store.api.post(`/store/carts/${cartId}/packages`, body, world.storeHeaders)).data.cart

  const packagesOf = async (cartId: string): Promise<CartPackageAnswer[]> => {
    const { data } = await store.api.get(`/store/carts/${cartId}/packages`, world.storeHeaders)
    return data.packages.map((one: unknown) => cartPackageAnswerSchema.parse(one))
  }

  const titles = (entries: StoreEntryAnswer[]): string[] =>
    entries.flatMap(({ title, quantity, entries: inside }) => [`${quantity} ${title}`, ...titles(inside)])

  it("P22: a package with its visible contents to the last level, options and prices; no hidden ones, no notes", async () => {
    const found = await read(room.productId)
    expect(titles(found.entries)).toEqual(["2 Chair", "1 Lamp", "2 Book", "1 Tent"])
    expect(found).toMatchObject({
      title: "Room",
      currency_code: "eur",
      pricing: "contents_all",
      default_hours: 4,
      contract_description: "Returned clean",
      variants: [{ id: room.variantId, price: { amount: null } }],
    })
    expect(found.entries.map((one) => [one.title, one.price.amount, one.is_optional, one.is_included])).toEqual([
      ["Chair", "10", false, false],
      ["Lamp", null, false, false],
      ["Tent", "20", true, false],
    ])
    const text = JSON.stringify(found)
    expect(["Sound", sound.variantId, sound.productId, "Paul"].filter((secret) => text.includes(secret))).toEqual([])
  })

  it("alternatives and accessories, what a flat price includes, and the prices of another currency", async () => {
    const { entries, variants } = await read(party.productId, "currency_code=chf")
    expect(variants[0]?.price).toMatchObject({ unit: "flat", amount: "320" })
    expect(
      entries.map(({ title, role, alternative_group, is_default, is_included, price: own }) => [
        title,
        role,
        alternative_group,
        is_default,
        is_included,
        own.amount,
      ]),
    ).toEqual([
      ["Chair", "content", null, false, true, "11"],
      ["Sound", "content", "music", true, true, "51"],
      ["Book", "content", "music", false, true, "6"],
      ["Book", "accessory", null, false, false, "6"],
    ])
  })

  it("a rate table is shown, and prices what is asked", async () => {
    const kit = await givePackage(store.container(), {
      title: "Kit",
      salesChannelId: world.salesChannelId,
      prices: { eur: 99 },
      pricing: "day",
      rates: [
        [1, "50"],
        [2, "75"],
        [null, "20"],
      ],
      entries: [chair],
    })
    const { variants } = await read(kit.productId)
    expect(variants[0]?.price.rates).toEqual([
      { duration: 1, price: "50" },
      { duration: 2, price: "75" },
      { duration: null, price: "20" },
    ])
    expect((await price(kit.productId, { days: 4 })).lines[0]).toMatchObject({ unit_price: "115", units: 4 })
    const period = { from: "2099-06-01T10:00+02:00", to: "2099-06-03T10:00+02:00" }
    expect(await price(kit.productId, { period, quantity: 2 })).toMatchObject({ total: "150", needs_period: false })
  })

  it("P11, P13: a percentage is told of, one that is hidden is not", async () => {
    const { salesChannelId } = world
    const percent = await giveArticle(store.container(), {
      ...{ title: "Service", salesChannelId, prices: { eur: 1 }, unit: "percent_of_order", percent: "7" },
    })
    const of = { salesChannelId, prices: { eur: 20 }, pricing: "flat" as const }
    const shown = await givePackage(store.container(), { ...of, title: "Shown", entries: [chair, percent] })
    const hidden = { ...percent, isHidden: true }
    const secret = await givePackage(store.container(), { ...of, title: "Secret", entries: [chair, hidden] })
    expect((await price(shown.productId)).has_percent).toBe(true)
    expect(await price(secret.productId)).toMatchObject({ has_percent: false, total: "20" })
  })

  it("the price is the cart's, hidden contents in the package's own line", async () => {
    const choices = [{ path: room.entryIds[2], is_chosen: true }]
    const asked = await price(room.productId, { quantity: 3, choices, days: 2 })
    expect(asked.lines.map((line) => [line.title, line.quantity, line.unit_price, line.total])).toEqual([
      ["Room", 3, "100", "300"],
      ["Chair", 6, "10", "60"],
      ["Lamp", 3, "0", "0"],
      ["Book", 6, "5", "30"],
      ["Tent", 3, "40", "120"],
    ])
    expect(asked.total).toBe("510")
    const { id } = await shopper.create("de")
    await add(id, { variant_id: room.variantId, quantity: 3, choices, days: 2 })
    const cart = await shopper.read(id)
    expect(cart.item_subtotal).toBe(510)
    const shown = (cart.items ?? []).map(({ title, quantity, unit_price }) => `${title} ${quantity} ${unit_price}`)
    expect(shown.sort()).toEqual(
      asked.lines.map((line) => `${line.title} ${line.quantity} ${Number(line.unit_price)}`).sort(),
    )
  })

  it("what is no package, is not published, in no channel of the key, or hidden by its offer is not found (B10)", async () => {
    const of = { prices: { eur: 1 }, pricing: "flat" as const, entries: [chair] }
    const nowhere = await store.container().resolve(Modules.SALES_CHANNEL).createSalesChannels({ name: "Nowhere" })
    const elsewhere = await givePackage(store.container(), { ...of, title: "Elsewhere", salesChannelId: nowhere.id })
    const draft = await givePackage(store.container(), { ...of, title: "Draft", salesChannelId: world.salesChannelId })
    const products = store.container().resolve(Modules.PRODUCT)
    await products.updateProducts(draft.productId, { status: "draft" })
    const secret = await givePackage(store.container(), { ...of, title: "Kept", salesChannelId: world.salesChannelId })
    await products.updateProducts(secret.productId, { collection_id: world.collectionId })
    await new OfferClient(store, world).save(secret.productId, {
      payment_type: "recurring",
      hidden: true,
      cycles: [{ interval: { unit: "month", count: 1 }, prices: [{ currency_code: "eur", amount: "10" }] }],
    })
    const ids = [chair.productId, elsewhere.productId, draft.productId, secret.productId, "prod_none", "a%20b"]
    for (const productId of ids) {
      expect(await refusalOf(read(productId))).toMatchObject({ status: 404 })
      expect(await refusalOf(price(productId))).toMatchObject({ status: 404 })
    }
  })

  it.each<[string, () => object, string]>([
    ["a hidden content", () => ({ choices: [{ path: room.entryIds[3], is_chosen: true }] }), "choices.0.path"],
    ["an admin's word", () => ({ choices: [{ path: room.entryIds[0], is_hidden: true }] }), "is_hidden"],
    ["a quantity of zero", () => ({ quantity: 0 }), "quantity"],
    ["another variant", () => ({ variant_id: "variant_none" }), "variant_id"],
    ["a currency without prices", () => ({ region_id: undefined, currency_code: "usd" }), "currency_code"],
    ["a past period", () => ({ period: { from: "2020-06-01T10:00Z", to: "2020-06-02T10:00Z" } }), "period.from"],
    [
      "a period that ends before it starts",
      () => ({ period: { from: "2099-06-02T10:00Z", to: "2099-06-01T10:00Z" } }),
      "period.to",
    ],
  ])("prices nothing for %s", async (_what, body, field) => {
    const refusal = await refusalOf(price(room.productId, body()))
    expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(field) })
    expect(refusal.message).not.toContain("Sound")
  })

  it("the packages of a cart: which lines are theirs, in the recipe's order, with choices and period", async () => {
    const { id } = await shopper.create("de")
    const period = { from: "2099-06-01T08:00:00Z", to: "2099-06-03T08:00:00Z" }
    const choices = [{ path: room.entryIds[2] ?? "", is_chosen: true }]
    await add(id, { variant_id: room.variantId, quantity: 2, choices, period })
    await add(id, { variant_id: party.variantId })
    const cart = await shopper.add(id, { variant_id: chair.variantId, quantity: 1 })
    const [first, second, ...others] = await packagesOf(id)
    expect(others).toEqual([])
    expect(first).toMatchObject({
      title: "Room",
      quantity: 2,
      unit_price: 100,
      pricing: "contents_all",
      choices,
      period,
    })
    expect(first?.lines.map((line) => [line.title, line.kind, line.quantity, line.path.split("/").length])).toEqual([
      ["Chair", "content", 4, 1],
      ["Lamp", "content", 2, 1],
      ["Book", "content", 4, 2],
      ["Tent", "content", 2, 1],
    ])
    expect(first?.lines[3]).toMatchObject({ variant_id: tent.variantId, unit_price: 40, units: 2, reason: "by_time" })
    expect(second).toMatchObject({ title: "Party", choices: [], period: null, unit_price: 300 })
    const inPackages = [first, second].flatMap((one) => [
      one?.line_id,
      ...(one?.lines.map((line) => line.line_id) ?? []),
    ])
    const left = (cart.items ?? []).filter((item) => !inPackages.includes(item.id))
    expect(left.map(({ title, unit_price }) => [title, unit_price])).toEqual([["Chair", 10]])
  })

  it("P20: what a refresh of the recipe would change is shown first, then it is what is changed", async () => {
    const sold = await givePackage(store.container(), {
      title: "Desk",
      salesChannelId: world.salesChannelId,
      prices: { eur: 1 },
      pricing: "contents_all",
      entries: [{ ...chair, quantity: 2 }, book, { ...lamp, isOptional: true }, { ...sound, isHidden: true }],
    })
    const [kept = "", gone = "", option = "", secret = ""] = sold.entryIds
    const { id } = await shopper.create("de")
    await add(id, { variant_id: sold.variantId, quantity: 2, choices: [{ path: option, is_chosen: true }] })
    const [before] = await packagesOf(id)
    const path = `/store/carts/${id}/packages/${before?.line_id}`
    const changes = async (): Promise<RecipeChangesAnswer> => {
      const { data } = await store.api.get(`${path}/recipe-changes`, world.storeHeaders)
      return recipeChangesAnswerSchema.parse(data.recipe_changes)
    }
    expect(await changes()).toMatchObject({ added: [], removed: [], changed: [], dropped_choices: [] })
    const [stored] = await packages().listPackages({ product_id: sold.productId })
    await packages().updateEntries([{ id: kept, quantity: 3 }])
    await packages().deleteEntries([gone, option, secret])
    await packages().createEntries([
      {
        package_id: stored?.id ?? "",
        rank: 9,
        role: "content",
        product_id: tent.productId,
        variant_id: tent.variantId,
        quantity: 1,
        is_hidden: false,
      },
    ])
    // What is not sold any more is shown by the name that its line has: taking the recipe of now is the way out.
    const products = store.container().resolve(Modules.PRODUCT)
    await products.updateProducts(book.productId, { status: "draft" })
    const shown = await changes()
    await products.updateProducts(book.productId, { status: "published" })
    expect(shown.added.map(({ title, quantity }) => [title, quantity])).toEqual([["Tent", 2]])
    expect(shown.removed.map(({ title, quantity }) => [title, quantity])).toEqual([
      ["Book", 2],
      ["Lamp", 2],
      ["Book", 4],
    ])
    expect(shown.changed.map((one) => [one.before.quantity, one.after.quantity])).toEqual([[4, 6]])
    expect(shown.dropped_choices).toEqual([{ path: option, is_chosen: true }])
    expect(JSON.stringify(shown)).not.toContain("Sound")
    expect(Number(shown.total.before)).toBe((await shopper.read(id)).item_subtotal)
    await store.api.post(path, { refresh_recipe: true }, world.storeHeaders)
    expect(Number(shown.total.after)).toBe((await shopper.read(id)).item_subtotal)
    expect(await changes()).toMatchObject({ added: [], removed: [], changed: [] })
  })

  it("docs/guides/packages.md: the example, as it is written there", async () => {
    const container = store.container()
    const of = { salesChannelId: world.salesChannelId }
    const [system, radio, crew, guestBook] = [
      await giveArticle(container, { ...of, title: "Sound system", prices: { eur: 50 } }),
      await giveArticle(container, { ...of, title: "Radio", prices: { eur: 5 } }),
      await giveArticle(container, { ...of, title: "Crew", prices: { eur: 30 } }),
      await giveArticle(container, { ...of, title: "Guest book", prices: { eur: 6 } }),
    ]
    const garden = await givePackage(container, {
      ...of,
      title: "Garden party",
      prices: { eur: 1 },
      pricing: "contents_all",
      entries: [
        { ...chair, quantity: 4 },
        { ...system, group: "music", isDefault: true },
        { ...radio, group: "music" },
        { ...tent, isOptional: true },
        { ...crew, isHidden: true },
        { ...guestBook, role: "accessory", isOptional: true, isFreeQuantity: true },
      ],
    })
    const [chairs = "", , radios = "", tents = "", , books = ""] = garden.entryIds
    const { entries } = await read(garden.productId)
    expect(entries.map(({ title, price: { unit, amount } }) => `${title} ${unit} ${amount}`)).toEqual([
      "Chair flat 10",
      "Sound system flat 50",
      "Radio flat 5",
      "Tent day 20",
      "Guest book flat 6",
    ])
    const choices = [{ path: tents, is_chosen: true }]
    const period = { from: "2099-06-01T10:00+02:00", to: "2099-06-03T10:00+02:00" }
    const asked = await price(garden.productId, { quantity: 1, choices, period })
    expect(asked).toMatchObject({ total: "160", has_percent: false, needs_period: false })
    expect(asked.lines.map(({ title, quantity, total }) => `${quantity} ${title} ${total}`)).toEqual([
      "1 Garden party 30",
      "4 Chair 40",
      "1 Sound system 50",
      "1 Tent 40",
    ])
    const { id } = await shopper.create("de")
    const cart = await add(id, { variant_id: garden.variantId, quantity: 1, choices, period })
    expect([cart.item_subtotal, cart.items?.length]).toEqual([160, 4])
    const [put] = await packagesOf(id)
    expect(put).toMatchObject({
      title: "Garden party",
      unit_price: 30,
      choices,
      period: { from: "2099-06-01T08:00:00Z", to: "2099-06-03T08:00:00Z" },
    })
    const path = `/store/carts/${id}/packages/${put?.line_id}`
    const others = [
      { path: radios, is_chosen: true },
      { path: books, is_chosen: true, quantity: 3 },
    ]
    await store.api.post(path, { quantity: 2, choices: others }, world.storeHeaders)
    const [changed] = await packagesOf(id)
    expect(changed?.period).not.toBeNull()
    expect(changed?.lines.map(({ title, quantity }) => `${quantity} ${title}`)).toEqual([
      "8 Chair",
      "2 Radio",
      "6 Guest book",
    ])
    await packages().updateEntries([{ id: chairs, quantity: 6 }])
    await packages().deleteEntries([radios])
    const { data } = await store.api.get(`${path}/recipe-changes`, world.storeHeaders)
    expect(data.recipe_changes).toMatchObject({
      added: [{ title: "Sound system", quantity: 2 }],
      removed: [{ title: "Radio", quantity: 2, total: "10" }],
      changed: [{ before: { quantity: 8 }, after: { quantity: 12 } }],
      dropped_choices: [{ path: radios, is_chosen: true }],
      total: { before: "186", after: "316" },
    })
  })

  it("a line that is no package's, another cart's, or a cart that does not exist is not found", async () => {
    const { id } = await shopper.create("de")
    const other = await shopper.create("de")
    const cart = await shopper.add(id, { variant_id: chair.variantId, quantity: 1 })
    await add(other.id, { variant_id: party.variantId })
    const [foreign] = await packagesOf(other.id)
    for (const path of [
      `${id}/packages/${cart.items?.[0]?.id}/recipe-changes`,
      `${id}/packages/${foreign?.line_id}/recipe-changes`,
      "cart_none/packages",
    ]) {
      expect(await refusalOf(store.api.get(`/store/carts/${path}`, world.storeHeaders))).toMatchObject({ status: 404 })
    }
  })
})
