import type { HttpTypes } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { withoutHiddenContents } from "../../../src/workflows/packages/visibility/without-hidden-contents"
import { CartClient, type Cart } from "../../support/cart-client"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { giveDiscount } from "../../support/give-discount"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** Every form in which a storefront asks for fields: names, all of a relation, more, less, nested. */
const CART_FIELDS = [
  "",
  "items",
  "items.title",
  "items.total",
  "items.unit_price",
  "items.product_id,items.variant_id",
  "items.tax_lines.rate,items.title",
  "items.metadata",
  "total,items.unit_price,items.quantity",
  "*items",
  "*items.variant,*items.product",
  "*items.adjustments,*items.tax_lines",
  "*items.variant.product",
  "*promotions",
  "*customer.orders",
  "*shipping_methods,items.product_title",
  "+items.total",
  "+items.subtotal,+items.tax_total,*items.adjustments",
  "-items.id",
  "items.title,-items.id",
  "-items",
  "-items.id,-items.metadata,+items.total",
]

const ORDER_FIELDS = [
  "",
  "items.title",
  "items.total",
  "items.unit_price",
  "items.product_title,items.detail.quantity",
  "items.detail.*",
  "*items",
  "*items,*fulfillments,*fulfillments.items",
  "fulfillments.items.title",
  "fulfillments",
  "*fulfillments.items",
  "*items.variant,*items.product",
  "*items.variant.product.variants",
  "*items.adjustments,*items.tax_lines",
  "*cart.items",
  "*returns.items",
  "*payment_collections.order.items",
  "*promotions",
  "+items.refundable_total,+fulfillment_status",
  "+fulfillments.items.title,-items.id",
  "-items.id,-items",
  "*customer.orders.items",
]

type Line = Record<string, number> & { id: string; title: string; adjustments?: { amount: number }[] }

const sumOf = (items: readonly Line[], name: string): number =>
  Math.round(items.reduce((sum, item) => sum + (item[name] ?? 0), 0) * 100) / 100

export const hiddenSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let dora: TestCustomer
  let shopper: CartClient
  let chair: Sold
  let sound: Sold
  let light: Sold
  let rig: Sold & { entryIds: string[] }
  let stage: Sold & { entryIds: string[] }
  let flat: Sold & { entryIds: string[] }
  /** What no answer may have: titles and ids of hidden contents, of their records and lines. */
  let secrets: string[]

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    dora = await createCustomer(container, { email: "dora@test.example", ...world })
    shopper = new CartClient(store, world, clara.headers)
    const of = { salesChannelId: world.salesChannelId }
    const article = (title: string, eur: number) =>
      giveArticle(container, { ...of, title, prices: { eur, chf: eur + 1 } })
    chair = await article("Chair", 10)
    sound = await article("Secretsound", 100)
    light = await article("Secretlight", 7)
    const prices = { eur: 50, chf: 60 }
    rig = await givePackage(container, {
      ...of,
      title: "Secretrig",
      prices,
      pricing: "contents_all",
      entries: [{ ...light, quantity: 3 }],
    })
    stage = await givePackage(container, {
      ...of,
      title: "Stage",
      prices,
      pricing: "contents_all",
      entries: [
        { ...chair, quantity: 2 },
        { ...sound, isHidden: true },
        { ...rig, isHidden: true },
      ],
    })
    flat = await givePackage(container, {
      ...of,
      title: "Flat",
      prices,
      pricing: "flat",
      entries: [{ ...chair }, { ...sound, quantity: 2, isHidden: true }],
    })
    await giveDiscount(container, {
      name: "Tenth",
      rules: [{ mode: "percent", value: "10" }],
      on: [{ level: "variant", target_id: sound.variantId }],
    })
    secrets = ["Secret", ...[sound, light, rig].flatMap(({ productId, variantId }) => [productId, variantId])]
  })

  const get = (path: string) =>
    store.api.get(path, { headers: clara.headers, validateStatus: () => true }).then(({ data }) => data)

  const hiddenLines = async (cartId: string): Promise<string[]> => {
    const records: { line_item_id: string; order_line_id: string | null; key: string; payload: object }[] = await store
      .knex()("service_core_line_record")
      .where({ cart_id: cartId })
      .whereRaw(`payload @> '{"packages": {"is_hidden": true}}'`)
    const keys = records.map(({ key }) => key)
    const lines: { id: string }[] = await store
      .knex()("order_line_item")
      .select("id")
      .whereRaw("metadata ->> 'service_commerce_key' = any(?)", [keys])
    return [...records.flatMap((one) => [one.line_item_id, one.key]), ...lines.map(({ id }) => id)]
  }

  const leaksOf = (answer: unknown, more: readonly string[]): string[] => {
    const text = JSON.stringify(answer)
    return [...secrets, ...more].filter((secret) => text.includes(secret))
  }

  async function fill(): Promise<Cart> {
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    await shopper.add(id, { variant_id: stage.variantId, quantity: 2 })
    await shopper.add(id, { variant_id: flat.variantId, quantity: 1 })
    return shopper.add(id, { variant_id: chair.variantId, quantity: 1 })
  }

  const fulfil = async (order: HttpTypes.StoreOrder, isIt: (line: HttpTypes.AdminOrderLineItem) => boolean) => {
    const { data } = await store.api.get(`/admin/orders/${order.id}`, world.adminHeaders)
    const items = (data.order as HttpTypes.AdminOrder).items.filter(isIt)
    await store.api.post(
      `/admin/orders/${order.id}/fulfillments`,
      { items: items.map(({ id, quantity }) => ({ id, quantity })) },
      world.adminHeaders,
    )
    return items
  }

  it("P13: their money stands on the package's line, and lines add up to the cart's totals", async () => {
    const { id } = await fill()
    const fields = "+items.total,+items.subtotal,+items.tax_total,+items.discount_total,*items.adjustments"
    const { cart } = await get(`/store/carts/${id}?fields=${encodeURIComponent(fields)}`)
    const lines = cart.items as Line[]
    expect(lines.map(({ title }) => title).sort()).toEqual(["Chair", "Chair", "Chair", "Flat", "Stage"])
    // Sound 100, less 10 %, and a rig of three lights at 7; each twice.
    const found = lines.find(({ title }) => title === "Stage")
    expect({ price: found?.unit_price, off: found?.discount_total, net: found?.subtotal }).toEqual({
      price: 121,
      off: 23.8,
      net: 242,
    })
    expect(found?.adjustments?.map(({ amount }) => amount)).toEqual([20])
    for (const name of ["total", "subtotal", "tax_total", "discount_total"]) {
      expect([name, sumOf(lines, name)]).toEqual([name, cart[`item_${name}`]])
    }
  })

  it("whatever is asked of a cart, nothing tells of them; each change's answer, too", async () => {
    const filled = await fill()
    const more = await hiddenLines(filled.id)
    expect(more.length).toBeGreaterThan(6)
    const request = { headers: clara.headers }
    const answers: unknown[] = [filled]
    for (const fields of CART_FIELDS) {
      answers.push(await get(`/store/carts/${filled.id}${fields && `?fields=${encodeURIComponent(fields)}`}`))
    }
    const plain = filled.items?.find(({ unit_price, quantity }) => unit_price === 10 && quantity === 1)
    answers.push(await shopper.update(filled.id, plain?.id ?? "", { quantity: 3 }))
    answers.push(await shopper.moveTo(filled.id, "ch"))
    answers.push(await shopper.moveTo(filled.id, "de"))
    answers.push((await store.api.post(`/store/carts/${filled.id}/taxes`, {}, request)).data)
    answers.push(await shopper.remove(filled.id, plain?.id ?? ""))
    answers.push(await get(`/store/carts/${filled.id}/packages`))
    answers.push(await get(`/store/carts/${filled.id}/next-tiers`))
    expect(answers.flatMap((answer) => leaksOf(answer, more))).toEqual([])
  })

  it("nor of an order: at its completion, in lists, fulfilled alone and with others, in a return and a transfer", async () => {
    const { id } = await fill()
    const order = await shopper.complete(id)
    const more = await hiddenLines(id)
    expect(leaksOf(order, more)).toEqual([])
    const askAll = async (...lists: string[]) => {
      for (const fields of ORDER_FIELDS) {
        const query = fields && `?fields=${encodeURIComponent(fields)}`
        for (const path of [`/store/orders/${order.id}`, ...lists].map((one) => one + query)) {
          const answer = await get(path)
          expect({ path, leaks: leaksOf(answer, more) }).toEqual({ path, leaks: [] })
        }
      }
      for (const fields of ["*orders", "*orders.items", "orders.items.title", "+orders.items.title"]) {
        const path = `/store/customers/me?fields=${encodeURIComponent(fields)}`
        expect({ path, leaks: leaksOf(await get(path), more) }).toEqual({ path, leaks: [] })
      }
    }
    await askAll()
    const alone = await fulfil(order, ({ title }) => title === "Secretsound")
    expect(alone.length).toBe(2)
    await fulfil(order, ({ title }) => title !== "Secretsound")
    await askAll()
    const { order: shown } = await get(`/store/orders/${order.id}?fields=*fulfillments,fulfillments.items.title`)
    const fulfillments: { items?: { title: string }[] }[] = shown.fulfillments
    expect(leaksOf(fulfillments, more)).toEqual([])
    const lines = shown.items as Line[] | undefined
    expect(lines ?? []).not.toContainEqual(expect.objectContaining({ title: "Secretsound" }))
    const returned = await store.api.post(
      "/store/returns",
      {
        order_id: order.id,
        items: order.items?.map((item) => ({ id: item.id, quantity: 1 })),
        return_shipping: { option_id: world.shipping.optionId },
      },
      { headers: clara.headers },
    )
    expect(leaksOf(returned.data, more)).toEqual([])
    await askAll("/store/orders")
    const transfer = `/store/orders/${order.id}/transfer`
    const requested = await store.api.post(`${transfer}/request`, {}, { headers: dora.headers })
    const [action] = await store
      .knex()("order_change_action")
      .where({ order_id: order.id, action: "TRANSFER_CUSTOMER" })
    const accepted = await store.api.post(
      `${transfer}/accept`,
      { token: action.details.token },
      { headers: clara.headers },
    )
    for (const { data } of [requested, accepted]) {
      expect(data.order.id).toBe(order.id)
      expect(leaksOf(data, more)).toEqual([])
    }
  })

  it("nor the services of its customer, and nobody logs into one of a hidden content", async () => {
    const order = await shopper.complete((await fill()).id)
    const { data } = await store.api.get(`/admin/orders/${order.id}`, world.adminHeaders)
    const items: HttpTypes.AdminOrderLineItem[] = data.order.items
    const titles = ["Secretsound", "Secretlight", "Chair"]
    const sold = titles.flatMap((title) => items.find((item) => item.title === title) ?? [])
    await store
      .knex()("provisioning_service")
      .insert(
        sold.map(({ id, title, product_id }, index) => ({
          ...{ id: `psvc_${index}`, source_id: id, unit: 1, item_id: id, order_id: order.id, product_id, title },
          ...{ customer_id: clara.customer.id, provider_id: "manual", status: "active", remote: "active" },
          ...{ package_key: product_id, wanted_package_key: product_id },
        })),
      )
    const answer = await get("/store/customers/me/services?limit=1")
    expect([answer.count, answer.services]).toEqual([1, [expect.objectContaining({ title: "Chair" })]])
    for (const id of ["psvc_0", "psvc_1"]) {
      const login = store.api.post(`/store/customers/me/services/${id}/sign-on`, {}, { headers: clara.headers })
      expect(await refusalOf(login)).toMatchObject({ status: 404 })
    }
  })

  it("nor what is sold with a cart: a hidden content sells nothing beside it", async () => {
    const of = { salesChannelId: world.salesChannelId }
    const offered = async (title: string) =>
      createOfferedProduct(store.container(), {
        ...{ ...of, title, paymentType: "lifetime" },
        cycles: [{ name: "Once", interval: null, prices: { eur: 3 } }],
      })
    const [mail, care, backup] = [await offered("Mail"), await offered("Secretcare"), await offered("Backup")]
    for (const { productId } of [mail, care]) {
      const cross_sells = [
        { product_id: productId === mail.productId ? chair.productId : backup.productId, replaces: true },
      ]
      const path = `/admin/billing/products/${productId}/offer`
      await store.api.post(path, { payment_type: "lifetime", cross_sells }, world.adminHeaders)
    }
    const entries = [mail, care].map(({ productId, variants }) => ({
      ...{ productId, variantId: variants.Once ?? "", isHidden: productId === care.productId },
    }))
    const desk = await givePackage(store.container(), {
      ...of,
      title: "Desk",
      prices: { eur: 9 },
      pricing: "flat",
      entries,
    })
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    await shopper.add(id, { variant_id: desk.variantId, quantity: 1 })
    const { cross_sells } = await get(`/store/carts/${id}/cross-sells`)
    expect(cross_sells.map((one: { with_product_id: string }) => one.with_product_id)).toEqual([mail.productId])
  })

  it("an order's lines add up to its totals, prices alone, too", async () => {
    const { id } = await fill()
    const order = await shopper.complete(id)
    const fields = "+items.total,+items.subtotal,+items.tax_total,+items.refundable_total"
    const { order: shown } = await get(`/store/orders/${order.id}?fields=${encodeURIComponent(fields)}`)
    const lines = shown.items as Line[]
    for (const name of ["total", "subtotal", "tax_total"]) {
      expect([name, sumOf(lines, name)]).toEqual([name, shown[`item_${name}`]])
    }
    const { order: priced } = await get(`/store/orders/${order.id}?fields=items.title,items.unit_price`)
    const prices = (priced.items as Line[]).map(({ title, unit_price }) => `${title} ${unit_price}`)
    expect(prices.sort()).toEqual(["Chair 0", "Chair 10", "Chair 10", "Flat 50", "Stage 121"])
  })

  it("an order that is read in process, for a mail, is pruned by the same rule", async () => {
    const { id } = await fill()
    const order = await shopper.complete(id)
    const more = await hiddenLines(id)
    const { data } = await store
      .container()
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "order", fields: ["id", "item_subtotal", "items.*"], filters: { id: order.id } })
    expect(leaksOf(data, more)).toContain("Secret")
    const [shown] = await withoutHiddenContents(store.container(), data)
    expect(leaksOf(shown, more)).toEqual([])
    expect(shown?.items).toHaveLength(5)
  })

  it("an answer of plain goods asks nothing of the database for it, one with a package one statement", async () => {
    const asked: string[] = []
    const note = ({ sql }: { sql: string }) => {
      if (sql.includes("service_core_line_record")) {
        asked.push(sql)
      }
    }
    const plain = await shopper.create("de", { items: [{ variant_id: chair.variantId, quantity: 1 }] })
    const filled = await fill()
    store.knex().on("query", note)
    try {
      for (const fields of ["", "?fields=items.title", "?fields=%2Bitems.total,-items.metadata"]) {
        await get(`/store/carts/${plain.id}${fields}`)
      }
      expect(asked).toEqual([])
      await get(`/store/carts/${filled.id}`)
      expect(asked).toHaveLength(1)
    } finally {
      store.knex().removeListener("query", note)
    }
  })

  it("lines that are asked for without their ids come without them, as from Medusa alone", async () => {
    const { id } = await fill()
    const { cart } = await get(`/store/carts/${id}?fields=items.title`)
    expect(cart.items).toHaveLength(5)
    expect(cart.items[0]).toEqual({ title: expect.any(String) })
  })
})
