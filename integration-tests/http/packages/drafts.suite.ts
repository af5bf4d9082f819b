import type { HttpTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { printedLines, type InvoiceDocument } from "../../../src/rules/billing"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../src/modules/packages"
import { changeBasePrices } from "../../../src/workflows/packages/catalog/base-prices"
import { CartClient } from "../../support/cart-client"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient, type AdminOrder } from "../../support/draft-client"
import { giveDiscount } from "../../support/give-discount"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

type Package = Sold & { entryIds: string[] }
type Kind = "draft-orders" | "order-edits"

const linesOf = ({ items }: Pick<AdminOrder, "items">): string[] =>
  items
    .filter(({ quantity }) => quantity > 0)
    .map(({ quantity, title, unit_price }) => `${quantity} ${title} at ${unit_price}`)
    .sort()

const idOf = ({ items }: Pick<AdminOrder, "items">, title: string): string =>
  items.find((item) => item.title === title)?.id ?? ""

export const draftsSuite = storeSuite(__filename, (store) => {
  let world: World
  let drafts: DraftClient
  let shopper: CartClient
  let mug: Sold
  let chair: Sold
  let book: Sold
  let sound: Sold
  let kit: Sold
  let party: Package
  let furniture: Package
  let rental: Package

  beforeAll(async () => {
    world = await createWorld(store)
    drafts = new DraftClient(store, world)
    shopper = new CartClient(store, world)
    const container = store.container()
    const { salesChannelId } = world
    const article = (title: string, eur: number) =>
      giveArticle(container, { title, salesChannelId, prices: { eur, chf: eur } })
    ;[mug, chair, book, sound, kit] = await Promise.all([
      article("Mug", 8),
      article("Chair", 10),
      article("Book", 5),
      article("Sound", 50),
      article("Camera", 20),
    ])
    const of = { salesChannelId, prices: { eur: 300, chf: 320 } }
    party = await givePackage(container, {
      ...of,
      title: "Party",
      pricing: "flat",
      entries: [
        { ...chair, quantity: 4 },
        { ...sound, group: "music", isDefault: true },
        { ...book, group: "music" },
      ],
    })
    furniture = await givePackage(container, {
      ...of,
      title: "Furniture",
      pricing: "contents_visible",
      entries: [
        { ...chair, quantity: 2 },
        { ...book, isHidden: true },
        { ...sound, isOptional: true },
      ],
    })
    rental = await givePackage(container, {
      ...of,
      title: "Photo kit",
      pricing: "day",
      rates: [
        [1, "50"],
        [3, "120"],
      ],
      entries: [kit],
    })
  })

  const ask = async (kind: Kind, path: string, body: object): Promise<AdminOrder> => {
    const data = await drafts.send(`/${kind}/${path}`, body)
    return data.order_preview ?? data.draft_order_preview
  }
  const packagesOf = async (kind: Kind, id: string) =>
    (await store.api.get(`/admin/${kind}/${id}/packages`, world.adminHeaders)).data.packages
  const beginDraft = async (...items: { variant_id: string; quantity: number }[]): Promise<string> => {
    const { id } = await drafts.create({ items })
    await drafts.beginDraft(id)
    return id
  }
  const orderOfMug = async (): Promise<HttpTypes.StoreOrder> => {
    const { id } = await shopper.create("de", { email: "buyer@example.com" })
    await shopper.add(id, { variant_id: mug.variantId, quantity: 1 })
    return shopper.complete(id)
  }
  const beginEdit = async (): Promise<string> => {
    const { id } = await orderOfMug()
    await drafts.beginEdit(id)
    return id
  }
  const confirmEdit = async (id: string): Promise<AdminOrder> => {
    await drafts.requestEdit(id)
    await drafts.confirm(id)
    await store.settled()
    return drafts.read(id)
  }

  describe("P23: a draft order", () => {
    it("gets a package with its choices and visibility in one request, and becomes an order as it was shown", async () => {
      const id = await beginDraft({ variant_id: mug.variantId, quantity: 1 })
      const preview = await ask("draft-orders", `${id}/packages`, {
        variant_id: furniture.variantId,
        quantity: 2,
        choices: [
          { path: furniture.entryIds[1], is_hidden: false },
          { path: furniture.entryIds[2], is_chosen: true, is_hidden: true },
        ],
      })
      expect(linesOf(preview)).toEqual([
        "1 Mug at 8",
        "2 Book at 5",
        "2 Furniture at 0",
        "2 Sound at 0",
        "4 Chair at 10",
      ])
      expect(preview.total).toBeCloseTo(58 * 1.19)
      await drafts.confirmDraft(id)
      const draft = await drafts.readDraft(id)
      expect({ lines: linesOf(draft), total: draft.total }).toEqual({ lines: linesOf(preview), total: preview.total })
      const order = await drafts.convert(id)
      expect({ lines: linesOf(order), total: order.total }).toEqual({ lines: linesOf(preview), total: preview.total })
      const [known] = await packagesOf("draft-orders", id)
      expect(known).toMatchObject({ title: "Furniture", quantity: 2, lists_contents: true })
      expect(
        known.contents.map(({ title, is_hidden }: { title: string; is_hidden: boolean }) => [title, is_hidden]),
      ).toEqual([
        ["Chair", false],
        ["Book", false],
        ["Sound", true],
      ])
    })

    it("its invoice lists contents, or the title alone where the admin says so", async () => {
      const id = await beginDraft()
      await ask("draft-orders", `${id}/packages`, { variant_id: furniture.variantId, lists_contents: false })
      await ask("draft-orders", `${id}/packages`, { variant_id: party.variantId })
      await drafts.confirmDraft(id)
      const order = await drafts.convert(id)
      const { data } = await store.api.get(`/admin/billing/invoices?order_id=${id}`, world.adminHeaders)
      const { lines, totals }: InvoiceDocument = data.invoices[0].document
      expect(printedLines(lines).map(({ title, subtotal }) => [title, Number(subtotal)])).toEqual([
        ["Furniture", 20],
        ["Party", 300],
        ["Chair", 0],
        ["Sound", 0],
      ])
      expect(Number(totals.total)).toBeCloseTo(order.total)
    })

    it("choices, quantity and period are changed in the same edit and in a later one", async () => {
      const id = await beginDraft()
      const first = await ask("draft-orders", `${id}/packages`, { variant_id: party.variantId })
      const changed = await ask("draft-orders", `${id}/packages/${idOf(first, "Party")}`, {
        quantity: 3,
        choices: [{ path: party.entryIds[2], is_chosen: true }],
      })
      expect(linesOf(changed)).toEqual(["12 Chair at 0", "3 Book at 0", "3 Party at 300"])
      await drafts.confirmDraft(id)
      await drafts.beginDraft(id)
      const later = await ask("draft-orders", `${id}/packages/${idOf(changed, "Party")}`, { quantity: 1, choices: [] })
      expect(linesOf(later)).toEqual(["1 Party at 300", "1 Sound at 0", "4 Chair at 0"])
      await drafts.confirmDraft(id)
      expect(linesOf(await drafts.readDraft(id))).toEqual(linesOf(later))
      expect((await packagesOf("draft-orders", id))[0].choices).toEqual([])
    })

    it("P5: a rented package is priced for its period, and its contents are out for it", async () => {
      const id = await beginDraft()
      const period = { from: "2099-06-01T10:00:00Z", to: "2099-06-04T10:00:00Z" }
      const preview = await ask("draft-orders", `${id}/packages`, { variant_id: rental.variantId, period })
      expect(linesOf(preview)).toEqual(["1 Camera at 0", "1 Photo kit at 120"])
      const longer = await ask("draft-orders", `${id}/packages/${idOf(preview, "Photo kit")}`, {
        period: { ...period, to: "2099-06-05T10:00:00Z" },
      })
      expect(linesOf(longer)).toEqual(["1 Camera at 0", "1 Photo kit at 170"])
      await drafts.confirmDraft(id)
      const order = await drafts.convert(id)
      expect(linesOf(order)).toEqual(linesOf(longer))
      const camera = await store
        .knex()("order_line_item")
        .where({ id: idOf(order, "Camera") })
        .first()
      expect(camera).toMatchObject({ variant_id: null, product_id: kit.productId, requires_shipping: false })
    })

    it("P16: an accessory that is a line of its own is out as long as its package, moves with it, and is booked so", async () => {
      const hall = await giveArticle(store.container(), {
        ...{ title: "Hall", salesChannelId: world.salesChannelId, prices: { eur: 30, chf: 33 }, unit: "day" },
      })
      const fair = await givePackage(store.container(), {
        ...{ title: "Fair", salesChannelId: world.salesChannelId, prices: { eur: 9, chf: 9 }, pricing: "flat" },
        entries: [
          mug,
          { ...hall, role: "accessory", isNested: false },
          { ...book, role: "accessory", isNested: false, isHidden: true },
        ],
      })
      const id = await beginDraft()
      const period = { from: "2099-06-01T10:00:00Z", to: "2099-06-04T10:00:00Z" }
      const added = await ask("draft-orders", `${id}/packages`, { variant_id: fair.variantId, quantity: 2, period })
      expect(linesOf(added)).toEqual(["1 Hall at 90", "2 Book at 0", "2 Fair at 9", "2 Mug at 0"])
      const path = `${id}/packages/${idOf(added, "Fair")}`
      // One that is hidden goes with its package, and becomes a line of its own when it is shown (P13).
      const choices = [{ path: fair.entryIds[2], is_hidden: false }]
      const shown = await ask("draft-orders", path, { choices })
      expect(linesOf(shown)).toEqual(["1 Book at 5", "1 Hall at 90", "2 Fair at 9", "2 Mug at 0"])
      const to = "2099-06-03T10:00:00Z"
      const moved = await ask("draft-orders", path, { period: { ...period, to } })
      expect(linesOf(moved)).toEqual(["1 Book at 5", "1 Hall at 60", "2 Fair at 9", "2 Mug at 0"])
      await drafts.confirmDraft(id)
      const order = await drafts.convert(id)
      expect(linesOf(order)).toEqual(linesOf(moved))
      await drafts.beginEdit(id)
      const longer = await ask("order-edits", path, { period })
      expect(linesOf(longer)).toEqual(linesOf(shown))
      expect(linesOf(await confirmEdit(id))).toEqual(linesOf(shown))
      const [record] = await store.knex()("service_core_line_record").where({ cart_id: id, kind: "rental" })
      expect(record).toMatchObject({
        ...{ order_line_id: idOf(order, "Hall"), variant_id: null },
        payload: { packages: { terms: { period, days: null, hours: null } } },
      })
    })

    it("a discount on the package takes off its line, and its contents are left alone", async () => {
      await giveDiscount(store.container(), {
        rules: [{ value: "10", min: "1" }],
        on: [
          { level: "variant", target_id: party.variantId },
          { level: "variant", target_id: chair.variantId },
        ],
      })
      const id = await beginDraft()
      const preview = await ask("draft-orders", `${id}/packages`, { variant_id: party.variantId })
      const taken = preview.items.map(({ title, adjustments }) => [
        title,
        adjustments.map(({ amount }) => Number(amount)),
      ])
      expect(Object.fromEntries(taken)).toEqual({ Party: [30], Chair: [], Sound: [] })
      await drafts.confirmDraft(id)
      expect((await drafts.convert(id)).total).toBeCloseTo(270 * 1.19)
    })

    it("P9: a percentage on a package priced by contents is split over these, in a draft as in a cart", async () => {
      await giveDiscount(store.container(), {
        rules: [{ value: "10", min: "1" }],
        on: [{ level: "variant", target_id: furniture.variantId }],
      })
      const { id: cartId } = await shopper.create("de")
      const path = `/store/carts/${cartId}/packages`
      await store.api.post(path, { variant_id: furniture.variantId, quantity: 3 }, world.storeHeaders)
      const cart = await shopper.read(cartId)
      const id = await beginDraft()
      const preview = await ask("draft-orders", `${id}/packages`, { variant_id: furniture.variantId, quantity: 3 })
      expect(preview.total).toBeCloseTo(54 * 1.19)
      expect(preview.total).toBeCloseTo(Number(cart.total))
      await drafts.confirmDraft(id)
      expect((await drafts.convert(id)).total).toBeCloseTo(54 * 1.19)
    })

    it("P11: percent articles follow what is added, discounts and sections, and are not discounted themselves", async () => {
      const of = { salesChannelId: world.salesChannelId, prices: { eur: 1, chf: 1 } }
      const service = await giveArticle(store.container(), {
        ...of,
        ...{ title: "Service", unit: "percent_of_order", percent: "10" },
      })
      await giveDiscount(store.container(), {
        rules: [{ value: "50", min: "1" }],
        on: [mug, service].map(({ variantId }) => ({ level: "variant" as const, target_id: variantId })),
      })
      const { id } = await drafts.create({
        items: [
          { variant_id: service.variantId, quantity: 3 },
          { variant_id: mug.variantId, quantity: 5 },
        ],
      })
      expect(linesOf(await drafts.readDraft(id))).toEqual(["1 Service at 2", "5 Mug at 8"])
      await drafts.beginDraft(id)
      const added = await ask("draft-orders", `${id}/packages`, { variant_id: party.variantId })
      expect(linesOf(added)).toContain("1 Service at 32")
      const fewer = await drafts.changeDraft(id, idOf(added, "Mug"), 1)
      expect(linesOf(fewer)).toContain("1 Service at 30.4")
      await drafts.confirmDraft(id)
      const order = await drafts.convert(id)
      expect(order.total).toBeCloseTo((300 + 4 + 30.4) * 1.19)
      const edited = await orderOfMug()
      await drafts.beginEdit(edited.id)
      const preview = await drafts.add(edited.id, { variant_id: service.variantId, quantity: 1 })
      expect(linesOf(preview)).toContain("1 Service at 0.4")
      const { order_preview } = await drafts.send(`/order-edits/${edited.id}/packages`, { variant_id: party.variantId })
      expect(linesOf(order_preview)).toContain("1 Service at 30.4")
      expect(linesOf(await confirmEdit(edited.id))).toEqual(linesOf(order_preview))
    })

    it("Medusa's own routes give a package with its defaults, when it is made and when it is edited", async () => {
      const { id } = await drafts.create({ items: [{ variant_id: party.variantId, quantity: 2 }] })
      expect(linesOf(await drafts.readDraft(id))).toEqual(["2 Party at 300", "2 Sound at 0", "8 Chair at 0"])
      await drafts.beginDraft(id)
      const preview = await drafts.addToDraft(id, { variant_id: furniture.variantId, quantity: 1 })
      expect(linesOf(preview)).toEqual([
        "1 Book at 0",
        "1 Furniture at 0",
        "2 Chair at 10",
        "2 Party at 300",
        "2 Sound at 0",
        "8 Chair at 0",
      ])
    })
  })

  describe("P23: an order edit", () => {
    it("adds a package, whose lines keep prices, taxes and records when it is confirmed", async () => {
      const id = await beginEdit()
      const preview = await ask("order-edits", `${id}/packages`, { variant_id: furniture.variantId })
      expect(linesOf(preview)).toEqual(["1 Book at 0", "1 Furniture at 0", "1 Mug at 8", "2 Chair at 10"])
      const order = await confirmEdit(id)
      expect({ lines: linesOf(order), total: order.total }).toEqual({ lines: linesOf(preview), total: preview.total })
      const [known] = await packagesOf("order-edits", id)
      expect(known.contents.map(({ title }: { title: string }) => title)).toEqual(["Chair", "Book"])
      expect(known.line_id).toBe(idOf(order, "Furniture"))
    })

    it("what a given-up edit made of a package is forgotten; what a confirmed one made of it counts", async () => {
      const { id: cartId } = await shopper.create("de", { email: "buyer@example.com" })
      await store.api.post(`/store/carts/${cartId}/packages`, { variant_id: furniture.variantId }, world.storeHeaders)
      const { id } = await shopper.complete(cartId)
      const hidden = async () =>
        (await packagesOf("order-edits", id))[0].contents.map(({ is_hidden }: { is_hidden: boolean }) => is_hidden)
      const show = async () => {
        await drafts.beginEdit(id)
        const line = (await packagesOf("order-edits", id))[0].line_id
        return ask("order-edits", `${id}/packages/${line}`, {
          choices: [{ path: furniture.entryIds[1], is_hidden: false }],
        })
      }
      const shown = await show()
      expect(linesOf(shown)).toEqual(["1 Book at 5", "1 Furniture at 0", "2 Chair at 10"])
      expect(await hidden()).toEqual([false, false])
      await drafts.drop(`/order-edits/${id}`)
      expect(await hidden()).toEqual([false, true])
      await show()
      const order = await confirmEdit(id)
      expect(linesOf(order)).toEqual(linesOf(shown))
      expect(await hidden()).toEqual([false, false])
      expect(order.total).toBeCloseTo(25 * 1.19)
    })

    it("removing a package, or what added it, takes its contents along", async () => {
      const id = await beginEdit()
      const added = await ask("order-edits", `${id}/packages`, { variant_id: party.variantId })
      const root = added.items.find(({ title }) => title === "Party")
      const action = root?.actions?.find((one) => one.action === "ITEM_ADD")?.id ?? ""
      expect(linesOf(await drafts.takeBack(id, action))).toEqual(["1 Mug at 8"])
      await ask("order-edits", `${id}/packages`, { variant_id: party.variantId })
      const order = await confirmEdit(id)
      await drafts.beginEdit(id)
      const { order_preview } = await drafts.drop(`/order-edits/${id}/packages/${idOf(order, "Party")}`)
      expect(linesOf(order_preview)).toEqual(["1 Mug at 8"])
      expect(linesOf(await confirmEdit(id))).toEqual(["1 Mug at 8"])
    })

    it("contents follow the quantity that Medusa's own route gives their package, at the prices they have", async () => {
      const id = await beginEdit()
      await ask("order-edits", `${id}/packages`, { variant_id: furniture.variantId })
      const order = await confirmEdit(id)
      await drafts.beginEdit(id)
      const preview = await drafts.change(id, idOf(order, "Furniture"), 3)
      expect(linesOf(preview)).toEqual(["1 Mug at 8", "3 Book at 0", "3 Furniture at 0", "6 Chair at 10"])
      expect(linesOf(await confirmEdit(id))).toEqual(linesOf(preview))
    })

    it("P20, P21: a change prices what it changes: prices that were agreed stay, and the breakdown says so", async () => {
      const { id: cartId } = await shopper.create("de", { email: "buyer@example.com" })
      await store.api.post(`/store/carts/${cartId}/packages`, { variant_id: furniture.variantId }, world.storeHeaders)
      const { id } = await shopper.complete(cartId)
      const dearer = (variantId: string, amount: string) => ({
        ...{ variantId, write: [{ currency_code: "eur", amount }], remove: [] },
      })
      await changeBasePrices(store.container(), [dearer(chair.variantId, "12"), dearer(book.variantId, "7")])
      await drafts.beginEdit(id)
      const [{ line_id }] = await packagesOf("order-edits", id)
      const path = `${id}/packages/${line_id}`
      // As the form sends it: all that it shows.
      const all = { period: null, days: null, hours: null, lists_contents: true }
      const more = await ask("order-edits", path, { ...all, choices: [], quantity: 2 })
      expect(linesOf(more)).toEqual(["2 Book at 0", "2 Furniture at 0", "4 Chair at 10"])
      const choices = [{ path: furniture.entryIds[1], is_hidden: false }]
      const { data } = await store.api.post(
        `/admin/packages/${furniture.productId}/breakdown`,
        { for_order: { order_id: id, line_id }, choices, quantity: 2 },
        world.adminHeaders,
      )
      expect(data.breakdown.total).toBe("54")
      const shown = await ask("order-edits", path, { ...all, choices, quantity: 2 })
      expect(linesOf(shown)).toEqual(["2 Book at 7", "2 Furniture at 0", "4 Chair at 10"])
      expect(linesOf(await confirmEdit(id))).toEqual(linesOf(shown))
      await drafts.beginEdit(id)
      const refreshed = await ask("order-edits", path, { refresh_recipe: true })
      expect(linesOf(refreshed)).toEqual(["2 Book at 7", "2 Furniture at 0", "4 Chair at 12"])
    })

    it("P11: a percentage in a sold package stays as it was sold, whatever is edited beside it", async () => {
      const of = { salesChannelId: world.salesChannelId, prices: { eur: 300, chf: 300 } }
      const service = await giveArticle(store.container(), {
        ...of,
        ...{ title: "Service", unit: "percent_of_order", percent: "10" },
      })
      const served = await givePackage(store.container(), {
        ...of,
        ...{ title: "Served", pricing: "flat", entries: [mug, service] },
      })
      const { id: cartId } = await shopper.create("de", { email: "buyer@example.com" })
      await store.api.post(
        `/store/carts/${cartId}/packages`,
        { variant_id: served.variantId, quantity: 2 },
        world.storeHeaders,
      )
      const { id } = await shopper.complete(cartId)
      await drafts.beginEdit(id)
      const preview = await drafts.add(id, { variant_id: mug.variantId, quantity: 1 })
      expect(linesOf(preview)).toEqual(["1 Mug at 8", "1 Service at 60", "2 Mug at 0", "2 Served at 300"])
      const line = (await packagesOf("order-edits", id))[0].line_id
      const hiding = { choices: [{ path: served.entryIds[0], is_hidden: true }] }
      expect(linesOf(await ask("order-edits", `${id}/packages/${line}`, hiding))).toEqual(linesOf(preview))
      expect(linesOf(await confirmEdit(id))).toEqual(linesOf(preview))
    })

    it("P20: the recipe's change reaches a sold package on request alone, and is shown first", async () => {
      const id = await beginEdit()
      await ask("order-edits", `${id}/packages`, { variant_id: furniture.variantId })
      const order = await confirmEdit(id)
      const service = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
      await service.updateEntries({ id: furniture.entryIds[0], quantity: 3 })
      await service.deleteEntries([furniture.entryIds[1] ?? ""])
      const before = linesOf(await drafts.read(id))
      expect(before).toEqual(linesOf(order))
      await drafts.beginEdit(id)
      const path = `${id}/packages/${idOf(order, "Furniture")}`
      const { data } = await store.api.get(`/admin/order-edits/${path}/refresh`, world.adminHeaders)
      expect(data).toEqual({
        lines: [
          expect.objectContaining({ kind: "changed", title: "Chair", quantity: { from: 2, to: 3 } }),
          expect.objectContaining({ kind: "removed", title: "Book", quantity: { from: 1, to: 0 } }),
        ],
        total: { from: "20", to: "30" },
      })
      expect(linesOf(await drafts.preview(id))).toEqual(before)
      // What is priced beside a sold package is the recipe that was sold, with its choices.
      const choices = [{ path: furniture.entryIds[1], is_hidden: false }]
      const breakdown = (for_order: object) =>
        store.api.post(
          `/admin/packages/${furniture.productId}/breakdown`,
          { for_order, choices, quantity: 2 },
          world.adminHeaders,
        )
      const { data: sold } = await breakdown({ order_id: id, line_id: idOf(order, "Furniture") })
      expect([sold.breakdown.currency_code, sold.breakdown.total]).toEqual(["eur", "50"])
      expect(sold.breakdown.nodes.map((node: { pieces: number }) => node.pieces)).toEqual([2, 4, 2])
      for (const for_order of [{ order_id: id }, { order_id: id, line_id: idOf(order, "Mug") }]) {
        expect(await refusalOf(breakdown(for_order))).toMatchObject({ status: 400 })
      }
      await ask("order-edits", path, { refresh_recipe: true })
      expect(linesOf(await confirmEdit(id))).toEqual(["1 Furniture at 0", "1 Mug at 8", "3 Chair at 10"])

      // A package that has a price of its own now has it once the recipe is taken.
      const [{ id: recipeId = "" } = {}] = await service.listPackages({ product_id: furniture.productId })
      await service.updatePackages({ id: recipeId, pricing: "flat" })
      await drafts.beginEdit(id)
      await ask("order-edits", path, { refresh_recipe: true })
      expect(linesOf(await confirmEdit(id))).toEqual(["1 Furniture at 300", "1 Mug at 8", "3 Chair at 0"])
    })
  })

  describe("refusals", () => {
    it("B10: a hidden package is sold once the warning was read, by drafts and by edits", async () => {
      const { productId, variants } = await createOfferedProduct(store.container(), {
        ...{ title: "Hosting pack", salesChannelId: world.salesChannelId, hidden: true },
        cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10, chf: 10 } }],
      })
      const service = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
      await service.createPackages({ product_id: productId, pricing: "flat" })
      const body = { variant_id: variants.Monthly }
      for (const [kind, id] of [
        ["draft-orders", await beginDraft()],
        ["order-edits", await beginEdit()],
      ] as const) {
        expect(await refusalOf(ask(kind, `${id}/packages`, body))).toMatchObject({
          ...{
            status: 400,
            message: expect.stringContaining("variant_id: this product is hidden, so no customer can"),
          },
        })
        expect((await drafts.preview(id)).items.filter(({ title }) => title !== "Mug")).toEqual([])
        await store.knex().raw("update billing_sale_warning set warned_at = warned_at - make_interval(secs => 5)")
        expect(linesOf(await ask(kind, `${id}/packages`, body))).toContain("1 Hosting pack at 10")
      }
    })

    it("P18: what is rented, without a date, by Medusa's own routes: made with a draft, added to one, or to an edit", async () => {
      const { salesChannelId } = world
      const tent = await giveArticle(store.container(), {
        ...{ title: "Tent", salesChannelId, prices: { eur: 15, chf: 15 }, unit: "day" },
      })
      await store.container().resolve(Modules.PRODUCT).updateProductVariants(tent.variantId, { manage_inventory: true })
      const camp = await givePackage(store.container(), {
        ...{ title: "Camp", salesChannelId, prices: { eur: 9, chf: 9 }, pricing: "flat", entries: [tent] },
      })
      const [draft, edit] = [await beginDraft(), await beginEdit()]
      for (const { variantId } of [tent, camp]) {
        const items = [mug.variantId, variantId].map((variant_id) => ({ variant_id, quantity: 1 }))
        for (const request of [
          () => drafts.create({ items }),
          () => drafts.send(`/draft-orders/${draft}/edit/items`, { items }),
          () => drafts.send(`/order-edits/${edit}/items`, { items }),
        ]) {
          expect(await refusalOf(request())).toMatchObject({
            ...{ status: 400, message: expect.stringContaining("items.1.variant_id: It is rented") },
          })
        }
      }
      expect((await drafts.preview(draft)).items).toEqual([])
    })

    it("a package that cannot have its contents, by Medusa's own routes: its line alone is not added", async () => {
      const id = await beginEdit()
      await store.container().resolve(Modules.PRODUCT).updateProducts(chair.productId, { status: "draft" })
      const items = [{ variant_id: party.variantId, quantity: 1 }]
      expect(await refusalOf(drafts.send(`/order-edits/${id}/items`, { items }))).toMatchObject({
        ...{ status: 400, message: expect.stringContaining("is not sold any more") },
      })
      expect(linesOf(await drafts.preview(id))).toEqual(["1 Mug at 8"])
    })

    it.each(["exchanges", "claims"])("a package among what %s send: they would have no contents", async (kind) => {
      const { id: order_id } = await orderOfMug()
      const body = kind === "claims" ? { order_id, type: "replace" } : { order_id }
      const { [kind.slice(0, -1)]: change } = await drafts.send(`/${kind}`, body)
      const items = [
        { variant_id: mug.variantId, quantity: 1 },
        { variant_id: party.variantId, quantity: 1 },
      ]
      expect(await refusalOf(drafts.send(`/${kind}/${change.id}/outbound/items`, { items }))).toMatchObject({
        ...{
          status: 400,
          message: expect.stringContaining("items.1.variant_id: A package cannot be sent in exchange"),
        },
      })
      expect((await drafts.preview(order_id)).items.map(({ title }) => title)).toEqual(["Mug"])
    })

    it.each<[string, () => object, string]>([
      ["a quantity of zero", () => ({ variant_id: party.variantId, quantity: 0 }), "quantity"],
      ["what is no package", () => ({ variant_id: mug.variantId }), "variant_id"],
      ["a variant that does not exist", () => ({ variant_id: "variant_none" }), "variant_id"],
      [
        "a choice outside its package",
        () => ({ variant_id: party.variantId, choices: [{ path: "pent_none", is_hidden: true }] }),
        "choices.0.path",
      ],
      [
        "a period that is past",
        () => ({
          variant_id: rental.variantId,
          period: { from: "2020-06-02T10:00Z", to: "2020-06-03T10:00Z" },
        }),
        "period.from",
      ],
      ["an unknown field", () => ({ variant_id: party.variantId, unit_price: 1 }), "unit_price"],
    ])("%s, and nothing is written", async (_what, body, field) => {
      for (const [kind, id] of [
        ["draft-orders", await beginDraft()],
        ["order-edits", await beginEdit()],
      ] as const) {
        const refusal = await refusalOf(ask(kind, `${id}/packages`, body()))
        expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(field) })
        expect(await store.knex()("service_core_line_record").where({ cart_id: id })).toEqual([])
        expect((await drafts.preview(id)).items.filter(({ title }) => title !== "Mug")).toEqual([])
      }
    })

    it("a content by itself, a line that is none, and an order that is not being edited", async () => {
      const id = await beginEdit()
      const added = await ask("order-edits", `${id}/packages`, { variant_id: party.variantId })
      expect(await refusalOf(drafts.change(id, idOf(added, "Chair"), 1))).toMatchObject({
        status: 400,
        message: expect.stringContaining("A content follows its package"),
      })
      expect(
        await refusalOf(ask("order-edits", `${id}/packages/${idOf(added, "Chair")}`, { quantity: 1 })),
      ).toMatchObject({
        status: 400,
        message: expect.stringContaining("line_id"),
      })
      expect(await refusalOf(ask("order-edits", `${id}/packages/ordli_none`, { quantity: 1 }))).toMatchObject({
        status: 404,
      })
      const other = await orderOfMug()
      expect(
        await refusalOf(ask("order-edits", `${other.id}/packages`, { variant_id: party.variantId })),
      ).toMatchObject({
        status: 400,
        message: expect.stringContaining("not being edited"),
      })
    })
  })
})
