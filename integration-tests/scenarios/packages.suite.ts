import type { HttpTypes } from "@medusajs/framework/types"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { PACKAGES } from "../../demo/data/packages"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import { addInterval } from "../../src/rules/calendar"
import type { PickListAnswer } from "../../src/contracts/packages/pick-list"
import { CartClient, type Cart } from "../support/cart-client"
import { createCustomer } from "../support/create-customer"
import { createDemoWorld, demoProduct, type DemoWorld } from "../support/create-demo-world"
import { stockOf } from "../support/create-stocked-product"
import { DraftClient, type AdminOrder } from "../support/draft-client"
import { giveBack } from "../support/give-back"
import { giveArticle, givePackage } from "../support/give-package"
import { PackageClient } from "../support/package-client"
import { packageVectors } from "../support/package-vectors"
import { pushClockTo } from "../support/push-clock-to"
import { runBilling } from "../support/run-billing"
import { refusalOf } from "../support/refusal-of"
import { storeSuite } from "../support/store-suite"
import type { Country } from "../support/test-address"

const YEAR = new Date().getUTCFullYear() + 1
const july = (day: number, hour: number): string =>
  `${YEAR}-07-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`
/** Three started days. */
const WEEK_END = { from: july(2, 16), to: july(5, 9) }

interface Choosing {
  /** Handles from the package down to the content, joined by "/". */
  of: string
  is_chosen?: boolean
  is_hidden?: boolean
  quantity?: number
}

interface Life {
  /** What is said beside variant and choices. */
  body?: object
  /** As it stands in the recipe; before tax, of one. */
  plain: { eur: number; chf: number }
  /** What the customer changes it to, and what one costs then. */
  changed: { choices: Choosing[]; body?: object; eur: number; chf: number }
  /** What an admin hides and what an admin shows, and what one costs then, in euro. */
  hides: { of: string; eur: number }
  shows: { of: string; eur: number }
}

const LIVES: Record<string, Life> = {
  wedding: {
    plain: { eur: 1490, chf: 1450 },
    changed: {
      choices: [
        { of: "string-trio", is_chosen: true },
        { of: "guest-book", is_chosen: true, quantity: 2 },
      ],
      eur: 1548,
      chf: 1506,
    },
    hides: { of: "flowers", eur: 1490 },
    shows: { of: "set-up-and-clearing", eur: 1490 },
  },
  "garden-set": {
    plain: { eur: 314.9, chf: 306.5 },
    changed: {
      choices: [
        { of: "parasol", is_chosen: true },
        { of: "assembly", is_chosen: true },
      ],
      eur: 464.8,
      chf: 460.5,
    },
    hides: { of: "garden-chair", eur: 314.9 },
    shows: { of: "care-oil", eur: 314.9 },
  },
  catering: {
    plain: { eur: 513, chf: 560 },
    changed: { choices: [{ of: "vegetarian-menu", is_chosen: true }], body: { hours: 5 }, eur: 500, chf: 545 },
    hides: { of: "waiter", eur: 385 },
    shows: { of: "set-up-and-clearing", eur: 633 },
  },
  "photo-kit": {
    body: { period: WEEK_END },
    plain: { eur: 150, chf: 155 },
    // Three days and one: cheaper than seven.
    changed: {
      choices: [{ of: "flash", is_chosen: true }],
      body: { period: { ...WEEK_END, to: july(6, 9) } },
      eur: 242,
      chf: 253,
    },
    hides: { of: "lens", eur: 150 },
    shows: { of: "camera", eur: 150 },
  },
  "opening-party": {
    plain: { eur: 1142.8, chf: 1173 },
    changed: {
      choices: [
        { of: "garden-set/parasol", is_chosen: true },
        { of: "flowers", is_chosen: true },
      ],
      eur: 1297.6,
      chf: 1325,
    },
    // Hiding changes no sum of all contents; what is shown in the catering counts there.
    hides: { of: "catering", eur: 1142.8 },
    shows: { of: "catering/set-up-and-clearing", eur: 1262.8 },
  },
  "hosting-pack": {
    plain: { eur: 54, chf: 52 },
    changed: { choices: [], eur: 54, chf: 52 },
    hides: { of: "mail-archive", eur: 54 },
    shows: { of: "maintenance", eur: 54 },
  },
}

const HANDLES = PACKAGES.map(({ handle }) => handle)

const lifeOf = (handle: string): Life => {
  const life = LIVES[handle]
  if (!life) {
    throw new Error(`The package ${handle} has no life here`)
  }
  return life
}

const cents = (amount: number | undefined): number => Math.round((amount ?? -1) * 100) / 100
const netOf = (order: AdminOrder): number =>
  cents(order.items.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 0))
const linesOf = ({ items }: Pick<AdminOrder, "items">): string[] =>
  items.map(({ quantity, title, unit_price }) => `${quantity} ${title} at ${unit_price}`).sort()

export const packagesSuite = storeSuite(__filename, (store) => {
  let world: DemoWorld
  let shopper: CartClient
  let drafts: DraftClient
  let admin: PackageClient
  let headers: Record<string, string>
  let customerId: string

  beforeAll(async () => {
    world = await createDemoWorld(store)
    const email = "emma@test.example"
    const made = await createCustomer(store.container(), { email, ...world })
    ;({ headers } = made)
    customerId = made.customer.id
    shopper = new CartClient(store, world, headers)
    drafts = new DraftClient(store, world)
    admin = new PackageClient(store, world)
  })

  const cartIn = async (country: Country): Promise<string> =>
    (await shopper.create(country, { email: "emma@test.example" })).id
  const variantOf = async (handle: string): Promise<string> =>
    (await demoProduct(store, handle)).variants.find(({ title }) => title !== "Annual")?.id ?? ""

  /** The path of a content, from the handles down to it. */
  async function pathOf(handle: string, of: string): Promise<string> {
    const [first = "", ...rest] = of.split("/")
    const room = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
    const [owner] = await room.listPackages({ product_id: (await demoProduct(store, handle)).id })
    const product_id = (await demoProduct(store, first)).id
    const [entry] = await room.listEntries({ package_id: owner?.id ?? "", product_id })
    if (!entry) {
      throw new Error(`The package ${handle} has no ${first}`)
    }
    return rest.length ? `${entry.id}/${await pathOf(first, rest.join("/"))}` : entry.id
  }
  const choicesOf = (handle: string, choosing: Choosing[]) =>
    Promise.all(choosing.map(async ({ of, ...choice }) => ({ path: await pathOf(handle, of), ...choice })))

  const post = async (path: string, body: object): Promise<Cart> =>
    (await store.api.post(`/store/carts/${path}`, body, { headers })).data.cart
  async function addTo(cartId: string, handle: string, body: object = {}): Promise<Cart> {
    await post(`${cartId}/packages`, { variant_id: await variantOf(handle), ...lifeOf(handle).body, ...body })
    return shopper.read(cartId)
  }
  async function packageLine(cartId: string): Promise<string> {
    const { data } = await store.api.get(`/store/carts/${cartId}/packages`, { headers })
    return data.packages[0].line_id
  }
  async function completed(cartId: string): Promise<HttpTypes.StoreOrder> {
    const { items = [] } = await shopper.read(cartId)
    if (items.some(({ requires_shipping }) => requires_shipping)) {
      await shopper.ship(cartId)
    }
    return shopper.complete(cartId, "pp_demo_demo")
  }
  async function bought(handle: string, body: object = {}): Promise<AdminOrder> {
    const id = await cartIn("de")
    await addTo(id, handle, body)
    return drafts.read((await completed(id)).id)
  }
  const pickListOf = async (orderId: string): Promise<PickListAnswer> =>
    (await store.api.get(`/admin/packages/orders/${orderId}/pick-list`, world.adminHeaders)).data.pick_list

  const lineOf = ({ items }: AdminOrder, title: string): string => items.find((one) => one.title === title)?.id ?? ""
  type Piece = { id: string; quantity: number }
  const fulfil = (order: AdminOrder, items: Piece[]) =>
    createOrderFulfillmentWorkflow(store.container()).run({ input: { order_id: order.id, items } })
  const returned = (order: AdminOrder, items: Piece[]) =>
    giveBack(store, { orderId: order.id, items, locationId: world.shipping.stockLocationId })

  describe("the demo's packages", () => {
    it.each(HANDLES)(
      "%s: bought, after its choices, its quantity and twice the region were changed",
      async (handle) => {
        const { plain, changed } = lifeOf(handle)
        const id = await cartIn("de")
        expect(cents((await addTo(id, handle)).item_subtotal)).toBe(plain.eur)
        expect(cents((await shopper.moveTo(id, "ch")).item_subtotal)).toBe(plain.chf)
        const choices = await choicesOf(handle, changed.choices)
        await post(`${id}/packages/${await packageLine(id)}`, { quantity: 2, choices, ...changed.body })
        expect(cents((await shopper.read(id)).item_subtotal)).toBe(cents(changed.chf * 2))
        expect(cents((await shopper.moveTo(id, "de")).item_subtotal)).toBe(cents(changed.eur * 2))
        const shown = await shopper.read(id)
        const order = await completed(id)
        expect(cents(order.item_subtotal)).toBe(cents(changed.eur * 2))
        expect(cents(order.item_total)).toBe(cents(shown.item_total))
        expect(netOf(await drafts.read(order.id))).toBe(cents(changed.eur * 2))
      },
    )

    it.each(HANDLES)("%s: a content is hidden, another shown, and both as they were, on a draft", async (handle) => {
      const { plain, hides, shows, body } = lifeOf(handle)
      const { id } = await drafts.create({ customer_id: customerId })
      await drafts.beginDraft(id)
      const send = async (path: string, sent: object): Promise<AdminOrder> =>
        (await drafts.send(`/draft-orders/${id}/packages${path}`, sent)).draft_order_preview
      const added = await send("", { variant_id: await variantOf(handle), ...body })
      const title = PACKAGES.find((one) => one.handle === handle)?.title ?? ""
      const change = async (of: string, is_hidden: boolean) =>
        netOf(await send(`/${lineOf(added, title)}`, { choices: [{ path: await pathOf(handle, of), is_hidden }] }))
      expect(netOf(added)).toBe(plain.eur)
      expect(await change(hides.of, true)).toBe(hides.eur)
      expect(await change(hides.of, false)).toBe(plain.eur)
      expect(await change(shows.of, false)).toBe(shows.eur)
      const last = await send(`/${lineOf(added, title)}`, { choices: [] })
      expect(linesOf(last)).toEqual(linesOf(added))
      await drafts.confirmDraft(id)
      const order = await drafts.convert(id)
      expect(linesOf(order)).toEqual(linesOf(added))
      expect(netOf(order)).toBe(plain.eur)
    })

    it("P20: the recipe is edited after the sale: the order stays, a cart stays until it is asked, a new one follows", async () => {
      const order = await bought("garden-set", { quantity: 2 })
      const waiting = await cartIn("de")
      await addTo(waiting, "garden-set")
      const productId = (await demoProduct(store, "garden-set")).id
      const { entries } = await admin.read(productId)
      await admin.save(productId, {
        pricing: "contents_visible",
        entries: entries.slice(0, 2).map(({ id, variant_id }, place) => ({ id, variant_id, quantity: 1 + place * 5 })),
      })
      expect(linesOf(await drafts.read(order.id))).toEqual(linesOf(order))
      expect((await drafts.read(order.id)).total).toBe(order.total)
      const { packages } = await pickListOf(order.id)
      expect(packages[0]?.lines.map(({ title, quantity }) => `${quantity} ${title}`)).toEqual([
        "2 Garden table · Standard",
        "8 Garden chair · Standard",
        "2 Care oil · Standard",
      ])
      expect(cents((await shopper.moveTo(waiting, "ch")).item_subtotal)).toBe(306.5)
      expect(cents((await shopper.moveTo(waiting, "de")).item_subtotal)).toBe(314.9)
      await post(`${waiting}/packages/${await packageLine(waiting)}`, { refresh_recipe: true })
      expect(cents((await shopper.read(waiting)).item_subtotal)).toBe(383)
      expect(cents((await addTo(await cartIn("de"), "garden-set")).item_subtotal)).toBe(383)
    })

    it("P14, P18: part of it is fulfilled, and part of that comes back: the pick list and the stock say so", async () => {
      const { variants } = await demoProduct(store, "garden-chair")
      const { data } = await store.api.get(
        `/admin/products/${(await demoProduct(store, "garden-chair")).id}/variants/${variants[0]?.id}?fields=*inventory_items`,
        world.adminHeaders,
      )
      const item: string = data.variant.inventory_items[0].inventory_item_id
      const chairs = () => stockOf(store.container(), item, world.shipping.stockLocationId)
      const order = await bought("garden-set", { quantity: 2 })
      expect(await chairs()).toEqual({ stocked: 200, reserved: 8 })
      const chair = lineOf(order, "Garden chair")
      await fulfil(order, [
        { id: lineOf(order, "Garden table"), quantity: 1 },
        { id: chair, quantity: 5 },
      ])
      expect(await chairs()).toEqual({ stocked: 195, reserved: 3 })
      await returned(order, [{ id: chair, quantity: 2 }])
      expect(await chairs()).toEqual({ stocked: 197, reserved: 3 })
      const { totals } = await pickListOf(order.id)
      expect(
        totals.map(({ title, quantity, fulfilled, returned, to_fulfil }) => [
          title,
          ...[quantity, fulfilled, returned, to_fulfil].map(Number),
        ]),
      ).toEqual([
        ["Care oil · Standard", 2, 0, 0, 2],
        ["Garden chair · Standard", 8, 5, 2, 3],
        ["Garden table · Standard", 2, 1, 0, 1],
      ])
    })

    it("P18: four kits are rented and no fifth, buffers kept; what came back early is rented again", async () => {
      const first = await bought("photo-kit")
      await bought("photo-kit", { quantity: 3 })
      const refused = await refusalOf(addTo(await cartIn("de"), "photo-kit"))
      expect(refused).toMatchObject({ status: 400, message: expect.stringContaining("not enough") })
      // Two hours of cleaning, and an hour before the next one.
      const next = (hour: number) => ({ period: { from: july(5, hour), to: july(6, 9) } })
      expect(await refusalOf(addTo(await cartIn("de"), "photo-kit", next(11)))).toMatchObject({ status: 400 })
      await bought("photo-kit", next(12))

      const [camera, lens] = [lineOf(first, "Camera"), lineOf(first, "Lens")]
      const kit = [
        { id: camera, quantity: 1 },
        { id: lens, quantity: 2 },
      ]
      await fulfil(first, kit)
      await returned(first, kit)
      const again = await bought("photo-kit")
      expect(linesOf(again)).toEqual(linesOf(first))
      expect(await refusalOf(addTo(await cartIn("de"), "photo-kit"))).toMatchObject({ status: 400 })
    })
  })

  it("P19: the hosting pack has one subscription for all that is in it, and renews for what the pack costs", async () => {
    const container = store.container()
    const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
    const order = await bought("hosting-pack", { quantity: 2 })
    const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
    const subscriptions = await billing.listSubscriptions({ order_id: order.id }, { relations: ["items"] })
    const sold = subscriptions.map(({ items }) =>
      items.map(({ kind, title, quantity }) => `${quantity} ${title} (${kind})`),
    )
    expect(sold.map((items) => items.sort())).toEqual([
      [
        "2 Hosting pack (package)",
        "2 Mail archive (content)",
        "2 Maintenance contract (content)",
        "2 Web hosting (content)",
      ],
    ])
    const next = addInterval(today, { unit: "month", count: 1 })
    await pushClockTo(store, world, next)
    await runBilling(container, next)
    await store.settled()
    const { data } = await store.api.get(`/admin/billing/subscriptions/${subscriptions[0]?.id}`, world.adminHeaders)
    const { renewals } = data.subscription as { renewals: { cycle: number; status: string; total: string }[] }
    const paid = renewals.find(({ cycle }) => cycle === 1)
    expect([paid?.status, Number(paid?.total)]).toEqual(["paid", 128.52])
  })

  describe("P4–P7: each shared case gives the same total in the breakdown, the Store API and a completed order", () => {
    it.each(packageVectors().map((vector, index) => [`${index}: ${vector.source}`, vector] as const))(
      "%s",
      async (_name, { pricing, price, rates = [], contents = [], from, to, days, quantity = 1, total }) => {
        const container = store.container()
        const { salesChannelId } = world
        const entries = []
        for (const { name, price: own, quantity: many, hidden } of contents) {
          const prices = { eur: Number(own) }
          const sold = await giveArticle(container, { title: `Content ${name}`, salesChannelId, prices })
          entries.push({ ...sold, quantity: many, isHidden: hidden })
        }
        const made = await givePackage(container, {
          title: "Case",
          ...{ salesChannelId, pricing, entries },
          prices: { eur: Number(price ?? 0) },
          rates: rates.map((rate) => [rate.days, rate.price]),
        })
        // Other hours of the same week, in a year that is still to come.
        const later = (instant: string) => instant.replace(/^\d{4}/, String(YEAR))
        const time = from && to ? { period: { from: later(from), to: later(to) } } : days ? { days } : {}
        const broken = await admin.breakdown(made.productId, { currency_code: "eur", quantity, ...time })
        const asked = { currency_code: "eur", quantity, ...time }
        const { data } = await store.api.post(`/store/packages/${made.productId}/price`, asked, { headers })
        const id = await cartIn("de")
        await post(`${id}/packages`, { variant_id: made.variantId, quantity, ...time })
        const order = await shopper.complete(id)
        const all = [broken.total, data.price.total, order.item_subtotal, netOf(await drafts.read(order.id))]
        expect(all.map((amount) => Number(amount).toFixed(2))).toEqual(all.map(() => total))
      },
    )
  })
})
