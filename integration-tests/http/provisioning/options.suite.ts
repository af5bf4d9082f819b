import { CartClient } from "../../support/cart-client"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import type { OfferedProduct } from "../../support/create-offered-product"
import { MONTHLY, ONCE, ProvisioningWorld } from "../../support/create-provisioning-world"
import { createSubscriber, type SubscriberStory } from "../../support/create-subscriber"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

interface InvoiceLine {
  kind: string
  title: string
  parent: number | null
  quantity: string
}

/** What a buyer chooses of a service (S3): from the admin to the cart, the invoice, renewals, changes and the provider. */
export const provisioningOptionsSuite = storeSuite(__filename, (store) => {
  let made: ProvisioningWorld
  let vps: OfferedProduct
  let editor: OfferedProduct
  let nora: TestCustomer
  let otto: SubscriberStory
  let monthly: string
  const chosen = { ram: "16", ips: 2, host: "box1" }

  beforeAll(async () => {
    made = new ProvisioningWorld(store)
    await made.create()
    vps = await made.product("webhook", { title: "VPS", cycles: MONTHLY })
    editor = await made.product("webhook", { title: "Editor", paymentType: "lifetime", cycles: ONCE })
    monthly = vps.variants.Monthly ?? ""
    await save(vps, OPTIONS(monthly))
    await save(editor, [{ key: "seats", kind: "quantity", label: "Seats", prices: price(editor.variants.Once, "3") }])
    nora = await createCustomer(store.container(), { email: "nora@services.test", ...made.world })
    otto = await createSubscriber(store, {
      ...{ world: made.world, hosting: vps, email: "otto@services.test" },
      buy: (headers) => {
        const items = [{ variant_id: monthly, quantity: 1, metadata: { options: chosen } }]
        return placeOrder(store, made.world, { items, headers, providerId: "pp_demo_demo" })
      },
    })
    await made.tick()
  })
  afterAll(() => made.endpoint.outside.stop())
  beforeEach(() => {
    made.endpoint.actions.length = 0
  })

  const at = (product: OfferedProduct) => `/admin/provisioning/products/${product.productId}/options`
  const save = (product: OfferedProduct, options: object[], more: object = {}) =>
    made.admin<{ options: { version: number } }>(at(product), { options, ...more })
  const shopping = () => new CartClient(store, made.world, nora.headers)
  const linesOf = (cart: { items?: { title: string; quantity: number; unit_price: number }[] | null }) =>
    (cart.items ?? []).map(({ title, quantity, unit_price }) => [title, quantity, Number(unit_price)]).sort()
  const buy = (quantity: number, options: object, product = vps) => {
    const variant_id = product.variants.Monthly ?? product.variants.Once ?? ""
    const items = [{ variant_id, quantity, metadata: { options } }]
    return placeOrder(store, made.world, { items, headers: nora.headers, providerId: "pp_demo_demo" })
  }
  const invoiceLines = async (orderId: string): Promise<InvoiceLine[]> => {
    const [invoice] = await store.knex()("billing_invoice").where({ order_id: orderId, kind: "invoice" })
    return invoice.document.lines
  }

  describe("in the shop", () => {
    it("a product's options are listed with their prices in each cycle, in the currency that is asked for", async () => {
      const { data } = await store.api.get(
        `/store/billing/products/${vps.productId}?region_id=${made.world.regions.eur.id}`,
        made.world.storeHeaders,
      )
      const [ram, ips] = data.product.options
      expect(ram).toMatchObject({ key: "ram", kind: "choice", choices: [{ key: "8" }, { key: "16" }] })
      expect(ram.prices).toEqual([{ choice: "16", variant_id: monthly, amount: "4.00", setup_fee: "1.00" }])
      expect(ips).toMatchObject({ key: "ips", kind: "quantity", max: 4 })
    })

    it("what is chosen stands in the cart as lines of their own, which follow their product", async () => {
      const client = shopping()
      const cart = await client.create("de")
      const added = await client.add(cart.id, { variant_id: monthly, quantity: 1, metadata: { options: chosen } })
      expect(linesOf(added)).toEqual([
        ["Addresses: 2", 1, 2],
        ["Memory: 16 GB", 1, 4],
        ["Set-up fee: Memory: 16 GB", 1, 1],
        ["VPS", 1, 10],
      ])
      const own = (added.items ?? []).find(({ title }) => title === "VPS")
      const option = (added.items ?? []).find(({ title }) => title === "Addresses: 2")
      expect(await refusalOf(client.remove(cart.id, option?.id ?? ""))).toMatchObject({ status: 400 })
      const raised = await client.update(cart.id, own?.id ?? "", { quantity: 3 })
      expect(linesOf(raised).map(([title, quantity]) => [title, quantity])).toContainEqual(["Memory: 16 GB", 3])
      const changed = await client.update(cart.id, own?.id ?? "", {
        ...{ quantity: 3, metadata: { options: { ram: "8", host: "box1" } } },
      })
      expect(linesOf(changed)).toEqual([["VPS", 3, 10]])
      expect(linesOf(await client.remove(cart.id, own?.id ?? ""))).toEqual([])
    })

    it.each<[string, unknown, RegExp]>([
      ["an unknown choice", { ...chosen, ram: "512" }, /metadata\.options\.ram: is one of 8, 16/],
      ["too many", { ...chosen, ips: 5 }, /metadata\.options\.ips: is from 0 to 4/],
      ["a quantity as a text", { ...chosen, ips: "2" }, /metadata\.options\.ips/],
      ["an unknown option", { ...chosen, gpu: true }, /metadata\.options\.gpu: The product has no such option/],
      ["none of what is required", {}, /metadata\.options\.host: has to be chosen/],
      ["no object", "ram", /metadata\.options: is an object/],
    ])("refuses %s by field and reason, and adds nothing", async (_name, options, message) => {
      const client = shopping()
      const cart = await client.create("de")
      const item = { variant_id: monthly, quantity: 1, metadata: { options } }
      expect(await refusalOf(client.add(cart.id, item))).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      })
      expect((await client.read(cart.id)).items).toEqual([])
      expect(await refusalOf(client.create("de", { items: [item as never] }))).toMatchObject({ status: 400 })
    })

    it("what may not be chosen any more is refused at completion, and its price is the one of now after an update", async () => {
      const client = shopping()
      const cart = await client.create("de")
      await client.add(cart.id, { variant_id: monthly, quantity: 1, metadata: { options: chosen } })
      await save(
        vps,
        OPTIONS(monthly).filter(({ key }) => key !== "ips"),
      )
      const completed = client.complete(cart.id, "pp_demo_demo")
      await expect(completed).rejects.toMatchObject({
        response: { data: { message: expect.stringMatching(/VPS.*options\.ips.*no such option/) } },
      })
    })
  })

  describe("sold", () => {
    const service = () => made.only({ q: "otto@services" })
    const items = (): Promise<{ title: string; kind: string; quantity: number; unit_price: string }[]> =>
      store
        .knex()("billing_subscription_item")
        .where({ subscription_id: otto.id })
        .whereNull("deleted_at")
        .orderByRaw("kind desc, title")
    const itemsOf = async () => (await items()).map(({ title, kind, unit_price }) => [title, kind, Number(unit_price)])
    const lastOrder = async () =>
      (await store.knex()("billing_renewal").where({ subscription_id: otto.id }).orderBy("cycle", "desc").first())
        .order_id

    it("stands on the invoice under its product, in the subscription, and is given to the provider", async () => {
      const { order_id } = await store.knex()("billing_subscription").where({ id: otto.id }).first("order_id")
      expect((await invoiceLines(order_id)).map(({ kind, title, parent }) => [kind, title, parent])).toEqual([
        ["product", "VPS", null],
        ["option", "Addresses: 2", 1],
        ["option", "Memory: 16 GB", 1],
        ["setup_fee", "Set-up fee: Memory: 16 GB", 1],
      ])
      expect(await itemsOf()).toEqual([
        ["VPS", "product", 10],
        ["Addresses: 2", "option", 2],
        ["Memory: 16 GB", "option", 4],
      ])
      const [create] = (await service()).calls
      expect(create?.request).toMatchObject({ options: chosen })
      expect(await made.services({ q: "otto@services" })).toHaveLength(1)
    })

    it("renews with its product, without its set-up fee, at the price that was agreed (B22)", async () => {
      await save(vps, OPTIONS(monthly, "9.00"))
      await otto.until(String((await otto.seen()).period_end))
      const lines = await invoiceLines(await lastOrder())
      expect(lines.map(({ kind, title, parent }) => [kind, title, parent])).toEqual([
        ["product", "VPS", null],
        ["option", "Addresses: 2", 1],
        ["option", "Memory: 16 GB", 1],
      ])
      const [renewal] = await store.knex()("billing_renewal").where({ subscription_id: otto.id, cycle: 1 })
      expect(Number(renewal.total)).toBe(19.04)
      const order = await store.knex()("order_line_item").where({ title: "Memory: 16 GB" }).whereNotNull("variant_id")
      expect(order).toEqual([])
    })

    it("changed later: prorated as the preview says, billed, kept, and the provider is told once", async () => {
      await otto.until(String((await otto.seen()).period_end))
      const wish = { options: { ...chosen, ips: 4, host: "box2" }, when: "now" }
      const path = `/admin/billing/subscriptions/${otto.id}/changes`
      const { change } = await otto.admin<{ change: Record<string, unknown> }>(`${path}/preview`, wish)
      expect(change).toMatchObject({
        kind: "prorate",
        to: {
          options: [
            { key: "ram", title: "Memory: 16 GB" },
            { key: "ips", title: "Addresses: 4" },
          ],
        },
        credit_total: "19.04",
        charge_total: "21.42",
      })
      const { credit_total, charge_total, due_total } = change as Record<string, string>
      await otto.admin(path, { ...wish, expected: { credit_total, charge_total, due_total } })
      await store.settled()
      await made.tick()
      expect(await itemsOf()).toEqual([
        ["VPS", "product", 10],
        ["Addresses: 4", "option", 4],
        ["Memory: 16 GB", "option", 4],
      ])
      const told = (await service()).calls.filter(({ action }) => action === "change_package")
      expect(told).toMatchObject([{ status: "succeeded", request: { options: { ram: "16", ips: 4, host: "box2" } } }])
      expect(made.endpoint.actions.filter((action) => action === "change_package")).toHaveLength(1)
      const lines = await invoiceLines(await lastOrder())
      expect(lines.map(({ kind, title }) => [kind, title])).toContainEqual(["option", "Addresses: 4"])
    })

    it("more units have more options; what is the same already, unknown, or not the customer's to change is refused", async () => {
      const path = `/admin/billing/subscriptions/${otto.id}/changes`
      const preview = (wish: object) => otto.admin(`${path}/preview`, { when: "period_end", ...wish })
      expect(await refusalOf(preview({ options: chosen }))).toMatchObject({ status: 400 })
      expect(await refusalOf(preview({ options: { ...chosen, gpu: 1 } }))).toMatchObject({
        status: 400,
        message: expect.stringMatching(/options\.gpu: The product has no such option/),
      })
      const own = `/store/customers/me/subscriptions/${otto.id}/changes/preview`
      expect(await refusalOf(otto.customer(own, { when: "now", options: { host: "mine" } }))).toMatchObject({
        status: 400,
        message: expect.stringMatching(/options: Its options cannot be changed here/),
      })
      await otto.admin(path, { quantity: 2, when: "now" })
      await store.settled()
      expect((await items()).map(({ quantity }) => quantity)).toEqual([2, 2, 2])
    })

    it("sold once: the invoice has its options, and the provider is given them", async () => {
      const order = await buy(2, { seats: 3 }, editor)
      await made.tick()
      expect((await invoiceLines(order.id)).map(({ kind, title, quantity }) => [kind, title, quantity])).toEqual([
        ["product", "Editor", "2"],
        ["option", "Seats: 3", "2"],
      ])
      const services = await made.services({ order_id: order.id })
      expect(services).toHaveLength(2)
      const rows = await store.knex()("provisioning_service").where({ order_id: order.id })
      expect(rows.map(({ options }: { options: unknown }) => options)).toEqual([{ seats: 3 }, { seats: 3 }])
    })
  })

  describe("in the admin", () => {
    it.each<[string, object, RegExp]>([
      ["a key twice", { key: "ram", kind: "yes_no", label: "Twice" }, /options\[4\]\.key: "ram" is there twice/],
      ["a key that every object has", { key: "constructor", kind: "yes_no", label: "x" }, /options.*key/],
      ["a kind that there is not", { key: "x", kind: "slider", label: "x" }, /kind/],
      ["no label", { key: "x", kind: "yes_no", label: " " }, /label/],
      ["a choice without choices", { key: "x", kind: "choice", label: "x" }, /options\[4\]\.choices/],
      ["a most below the least", { key: "x", kind: "quantity", label: "x", min: 3, max: 1 }, /options\[4\]\.max/],
      [
        "a price of another product",
        { key: "x", kind: "yes_no", label: "x", prices: price("variant_x", "1") },
        /options\[4\]\.prices\[0\]\.variant_id: is no cycle/,
      ],
      [
        "half a cent",
        { key: "x", kind: "yes_no", label: "x", prices: price("MONTHLY", "0.005") },
        /options\[4\]\.prices\[0\]\.amount/,
      ],
    ])("refuses %s by its field, and saves nothing", async (_name, option, message) => {
      const text = JSON.stringify(option).replace("MONTHLY", monthly)
      expect(await refusalOf(save(vps, [...OPTIONS(monthly), JSON.parse(text)]))).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      })
    })

    it("of two saves of one version, one is written; options of no product are not found", async () => {
      const { options } = await save(vps, OPTIONS(monthly))
      await save(vps, [], { version: options.version })
      expect(await refusalOf(save(vps, [], { version: options.version }))).toMatchObject({ status: 400 })
      const nowhere = made.admin("/admin/provisioning/products/prod_none/options", { options: [] })
      expect(await refusalOf(nowhere)).toMatchObject({ status: 404 })
    })

    it("the database refuses options that are no list", async () => {
      const row = { id: "popt_x", product_id: "p", options: JSON.stringify({}) }
      await expect(store.knex()("provisioning_option_set").insert(row)).rejects.toMatchObject({
        constraint: "provisioning_option_set_options_check",
      })
    })
  })
})

const price = (variant_id: string | undefined, amount: string, more: object = {}) => [
  { variant_id: variant_id ?? "", currency_code: "eur", amount, ...more },
]

const OPTIONS = (monthly: string, big = "4.00") => [
  {
    ...{ key: "ram", kind: "choice", label: "Memory" },
    choices: [
      { key: "8", label: "8 GB" },
      { key: "16", label: "16 GB" },
    ],
    prices: price(monthly, big, { choice: "16", setup_fee: "1.00" }),
  },
  { key: "ips", kind: "quantity", label: "Addresses", max: 4, prices: price(monthly, "1.00") },
  { key: "host", kind: "text", label: "Host name", is_required: true, max: 40 },
  { key: "backup", kind: "yes_no", label: "Backup", prices: price(monthly, "3.00") },
]
