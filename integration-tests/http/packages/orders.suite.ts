import { printedLines, type InvoiceDocument } from "../../../src/rules/billing"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../src/modules/packages"
import { CartClient } from "../../support/cart-client"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { DraftClient } from "../../support/draft-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const ordersSuite = storeSuite(__filename, (store) => {
  let world: World
  let shopper: CartClient
  let drafts: DraftClient
  let chair: Sold
  let book: Sold
  let support: OfferedProduct
  let furniture: Sold & { entryIds: string[] }
  let party: Sold & { entryIds: string[] }

  beforeAll(async () => {
    world = await createWorld(store)
    shopper = new CartClient(store, world)
    drafts = new DraftClient(store, world)
    const container = store.container()
    const { salesChannelId } = world
    chair = await giveArticle(container, { title: "Chair", salesChannelId, prices: { eur: 10 } })
    book = await giveArticle(container, { title: "Book", salesChannelId, prices: { eur: 5 } })
    support = await createOfferedProduct(container, {
      title: "Support",
      salesChannelId,
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 8 }, setupFees: { eur: "30" } },
      ],
    })
    const helped = { productId: support.productId, variantId: support.variants.Monthly ?? "" }
    furniture = await givePackage(container, {
      title: "Furniture",
      salesChannelId,
      prices: { eur: 1 },
      pricing: "contents_all",
      entries: [{ ...chair, quantity: 2 }, { ...book, isHidden: true }, helped],
    })
    party = await givePackage(container, {
      title: "Party",
      salesChannelId,
      prices: { eur: 300 },
      pricing: "flat",
      entries: [{ ...chair, quantity: 4 }, helped],
    })
  })

  const buy = async (...packages: { variantId: string; quantity?: number }[]) => {
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    for (const { variantId, quantity = 1 } of packages) {
      await store.api.post(`/store/carts/${id}/packages`, { variant_id: variantId, quantity }, world.storeHeaders)
    }
    return shopper.complete(id)
  }
  const documentOf = async (orderId: string): Promise<InvoiceDocument> => {
    const { data } = await store.api.get(`/admin/billing/invoices?order_id=${orderId}`, world.adminHeaders)
    return data.invoices[0].document
  }
  const recordsOf = (orderId: string) =>
    store.knex()("service_core_line_record").where({ order_id: orderId }).whereNotNull("order_line_id")

  it("an order's lines are known without its cart: each has its record, contents that of their package", async () => {
    const { id } = await buy(furniture)
    const order = await drafts.read(id)
    const records = await recordsOf(id)
    const root = records.find(({ kind }) => kind === "package")
    expect(new Set(records.map(({ order_line_id }) => order_line_id))).toEqual(
      new Set(order.items.map((line) => line.id)),
    )
    expect(records.filter(({ parent_id }) => parent_id === root.id)).toHaveLength(3)
  })

  it("a content whose product is sold in cycles is no sale of its own: no fee, no subscription", async () => {
    const order = await buy(furniture, party)
    expect(order.items?.map(({ title }) => title).filter((title) => title.includes("Set-up"))).toEqual([])
    const { data } = await store.api.get(`/admin/billing/subscriptions?order_id=${order.id}`, world.adminHeaders)
    expect(data.subscriptions.filter((one: { order_id?: string }) => one.order_id === order.id)).toEqual([])
    expect(await store.knex()("billing_subscription_item")).toEqual([])
  })

  it("B27: a recurring package has the one subscription, with what is in it", async () => {
    const pack = await createOfferedProduct(store.container(), {
      title: "Hosting pack",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 1 } }],
    })
    const service = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
    const { id: package_id } = await service.createPackages({ product_id: pack.productId, pricing: "contents_all" })
    const helped = { product_id: support.productId, variant_id: support.variants.Monthly ?? "" }
    const booked = { product_id: book.productId, variant_id: book.variantId }
    await service.createEntries([
      { package_id, rank: 0, role: "content", ...helped, quantity: 1 },
      { package_id, rank: 1, role: "content", ...booked, quantity: 2, is_hidden: true },
    ])
    const variantId = pack.variants.Monthly ?? ""
    const email = "clara@example.com"
    const { headers } = await createCustomer(store.container(), { email, storeHeaders: world.storeHeaders })
    const clara = new CartClient(store, world, headers)
    const { id: cartId } = await clara.create("de", { email })
    await store.api.post(`/store/carts/${cartId}/packages`, { variant_id: variantId, quantity: 3 }, { headers })
    const order = await clara.complete(cartId)
    const items = await store
      .knex()("billing_subscription_item")
      .select("title", "variant_id", "quantity", "unit_price", "is_hidden")
      .orderBy("kind", "desc")
      .orderBy("position")
    expect(items.map(({ unit_price, ...item }) => ({ ...item, unit_price: Number(unit_price) }))).toEqual([
      { title: "Hosting pack", variant_id: variantId, quantity: 3, unit_price: 0, is_hidden: false },
      { title: "Support", variant_id: helped.variant_id, quantity: 3, unit_price: 8, is_hidden: false },
      { title: "Book", variant_id: booked.variant_id, quantity: 6, unit_price: 5, is_hidden: true },
    ])
    expect(order.item_subtotal).toBe(54)
  })

  it("P3, P13: the invoice lists the contents under the package; a hidden one is in its line, and it adds up", async () => {
    const order = await buy({ ...furniture, quantity: 2 })
    const { lines, totals } = await documentOf(order.id)
    expect(lines.map(({ kind, title, hidden }) => [kind, title, hidden])).toEqual([
      ["product", "Furniture", false],
      ["content", "Chair", false],
      ["content", "Book", true],
      ["content", "Support", false],
    ])
    const printed = printedLines(lines)
    expect(printed.map(({ title, subtotal }) => [title, Number(subtotal)])).toEqual([
      ["Furniture", 10],
      ["Chair", 40],
      ["Support", 16],
    ])
    expect(Number(totals.subtotal)).toBe(66)
    expect(Number(totals.total)).toBe(order.total)
  })

  it("P3: a package of which the recipe lists no contents is printed by its title alone", async () => {
    await store.knex()("packages_package").where({ product_id: furniture.productId }).update({ lists_contents: false })
    const order = await buy(furniture, party)
    const printed = printedLines((await documentOf(order.id)).lines)
    expect(printed.map(({ title, subtotal }) => [title, Number(subtotal)])).toEqual([
      ["Furniture", 33],
      ["Party", 300],
      ["Chair", 0],
      ["Support", 0],
    ])
  })

  it("P3: an admin says for a line of an order whether documents list its contents", async () => {
    const order = await buy(party)
    const line = order.items?.find(({ title }) => title === "Party")?.id ?? ""
    const say = (id: string, body: object) =>
      store.api.post(`/admin/packages/orders/${order.id}/lines/${id}`, body, world.adminHeaders)
    expect((await say(line, { lists_contents: false })).data).toEqual({ line_id: line, lists_contents: false })
    const [record] = await recordsOf(order.id).where({ order_line_id: line })
    expect(record.payload.packages.lists_contents).toBe(false)
    const content = order.items?.find(({ title }) => title === "Chair")?.id ?? ""
    expect(await refusalOf(say(content, { lists_contents: true }))).toMatchObject({ status: 400 })
    expect(await refusalOf(say("ordli_none", { lists_contents: true }))).toMatchObject({ status: 404 })
    expect(await refusalOf(say(line, {}))).toMatchObject({ status: 400 })
  })
})
