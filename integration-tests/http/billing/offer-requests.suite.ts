import type { OfferRequestAnswer } from "../../../src/contracts/billing/offer-requests/offer-requests"
import { OrderStatus } from "@medusajs/framework/utils"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../src/modules/packages"
import orderSweep from "../../../src/jobs/order-sweep"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { giveArticle } from "../../support/give-package"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const offerRequestsSuite = storeSuite(__filename, (store) => {
  let world: World
  let consulting: OfferedProduct
  let hosting: OfferedProduct
  let ada: Awaited<ReturnType<typeof createCustomer>>

  const monthly = (price: number) => [
    { name: "Monthly", interval: { unit: "month" as const, count: 1 }, prices: { eur: price } },
  ]
  const form = (more: Record<string, unknown> = {}) => ({
    ...{ product_id: consulting.productId, name: "Eve Asker", email: "Ada@test.example", key: "a-form-key-1" },
    ...{ message: "For 20 people?", quantity: 2, region_id: world.regions.eur.id, ...more },
  })
  const ask = async (more?: Record<string, unknown>, headers = world.storeHeaders) =>
    (await store.api.post("/store/billing/offer-requests", form(more), headers)).data
  const listed = async (query = ""): Promise<OfferRequestAnswer[]> =>
    (await store.api.get(`/admin/billing/offer-requests${query}`, world.adminHeaders)).data.requests
  const answer = async (id: string, action: string, body: object): Promise<OfferRequestAnswer> =>
    (await store.api.post(`/admin/billing/offer-requests/${id}/${action}`, body, world.adminHeaders)).data.request
  const eventsOf = (name: string) => store.knex()("service_core_outbox_event").where({ name })

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId } = world
    const container = store.container()
    consulting = await createOfferedProduct(container, {
      ...{ title: "Consulting", salesChannelId, onRequest: true, cycles: monthly(500) },
    })
    hosting = await createOfferedProduct(container, { title: "Hosting", salesChannelId, cycles: monthly(20) })
    ada = await createCustomer(container, { email: "ada@test.example", storeHeaders: world.storeHeaders })
  }, 120_000)

  it("B11: a visitor asks once with a form; a typed address binds to no account", async () => {
    expect(await ask()).toEqual({ requested: true })
    expect(await ask()).toEqual({ requested: true })
    const requests = await listed()
    expect(requests).toMatchObject([
      {
        ...{ status: "open", source: "storefront", name: "Eve Asker", email: "ada@test.example", customer_id: null },
        ...{ title: "Consulting", quantity: 2, message: "For 20 people?", variant_id: null, order_id: null },
      },
    ])
    expect(await eventsOf("billing.offer_request.received")).toHaveLength(1)
    await ask({}, { headers: ada.headers })
    expect((await listed()).map(({ customer_id }) => customer_id !== null)).toEqual(
      expect.arrayContaining([true, false]),
    )
  })

  it.each([
    ["a robot's form", { website: "https://spam.example" }, "website: must be left empty"],
    ["no address", { email: "nobody" }, "email: must be an e-mail address"],
    ["another product's variant", { variant_id: "variant_none" }, "variant_id: is none of the product"],
    ["what there is not", { product_id: "prod_none" }, "product_id: is not sold on request here"],
  ])("B11: refuses %s, and writes nothing", async (_name, more, reason) => {
    expect(await refusalOf(ask(more))).toMatchObject({ status: 400, message: expect.stringContaining(reason) })
    expect(await listed()).toEqual([])
  })

  it("B11: refuses what is bought without asking, and too many asks", async () => {
    const refusal = await refusalOf(ask({ product_id: hosting.productId }))
    expect(refusal.message).toContain("product_id: is not sold on request here")
    const statuses: number[] = []
    for (let n = 0; n < 40 && statuses.at(-1) !== 429; n += 1) {
      statuses.push(
        await ask({ key: `a-form-key-${n}`, quantity: 1 }).then(
          () => 200,
          ({ response }) => response.status,
        ),
      )
    }
    expect(statuses.at(-1)).toBe(429)
    expect(await listed("?limit=100")).toHaveLength(statuses.filter((status) => status === 200).length)
  })

  it("B11: is quoted once, as a draft order at the quoted price, by two admins at once, too", async () => {
    await ask()
    const [request] = await listed()
    const id = request?.id ?? ""
    const quote = () => answer(id, "quote", { unit_price: "400.00" })
    const [first, second] = await Promise.all([quote(), quote()])
    expect(first).toMatchObject({ status: "quoted", unit_price: expect.stringMatching(/^400/), currency_code: "eur" })
    expect(second.order_id).toBe(first.order_id)
    expect(await answer(id, "quote", { unit_price: "1.00" })).toMatchObject({ order_id: first.order_id })
    const at = `/admin/draft-orders/${first.order_id}?fields=id,email,currency_code,is_draft_order,*customer,*items`
    const { draft_order } = (await store.api.get(at, world.adminHeaders)).data
    expect(draft_order).toMatchObject({
      ...{ is_draft_order: true, currency_code: "eur", email: "ada@test.example" },
      customer: { has_account: false },
      items: [
        {
          ...{ variant_id: consulting.variants.Monthly, quantity: 2, unit_price: 400, is_custom_price: true },
          is_discountable: false,
        },
      ],
    })
    expect(await store.knex()("order").where({ is_draft_order: true })).toHaveLength(1)
    expect(await eventsOf("billing.offer_request.quoted")).toHaveLength(1)
    expect(await refusalOf(answer(id, "close", { reason: "late" }))).toMatchObject({ status: 400 })
    expect(await listed("?status=open")).toEqual([])
    // A process that dies between the draft order and the request: the next quote says what the order says.
    const open = { status: "open", order_id: null, unit_price: null, raw_unit_price: null }
    await store.knex()("billing_offer_request").where({ id }).update(open)
    const third = await answer(id, "quote", { unit_price: "1.00", quantity: 7 })
    expect(third).toMatchObject({ order_id: first.order_id, unit_price: expect.stringMatching(/^400/), quantity: 2 })
  })

  it("B11: the quoted draft becomes a subscription at the quoted price", async () => {
    await ask({ quantity: 1 }, { headers: ada.headers })
    const [request] = await listed()
    const { order_id } = await answer(request?.id ?? "", "quote", { unit_price: "333.30" })
    await store.api.post(`/admin/draft-orders/${order_id}/convert-to-order`, {}, world.adminHeaders)
    await store.settled()
    await orderSweep(store.container())
    const { data } = await store.api.get(`/admin/billing/subscriptions?order_id=${order_id}`, world.adminHeaders)
    expect(data.subscriptions).toHaveLength(1)
    expect(Number(data.subscriptions[0].items[0].unit_price)).toBe(333.3)
  })

  it("B11, P17: a quoted package has its contents, also where a draft was made otherwise; one priced by its contents is refused", async () => {
    const { salesChannelId } = world
    const container = store.container()
    const chair = await giveArticle(container, { title: "Chair", salesChannelId, prices: { eur: 10 } })
    const packages = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
    const made = await packages.createPackages({ product_id: consulting.productId, pricing: "flat" })
    const entry = { package_id: made.id, rank: 0, role: "content" as const, quantity: 3 }
    await packages.createEntries([{ ...entry, product_id: chair.productId, variant_id: chair.variantId }])
    await ask()
    await ask({ key: "a-form-key-2" })
    const [one, other] = await listed()
    const { order_id } = await answer(one?.id ?? "", "quote", { unit_price: "400.00" })
    const convert = async (id: string | null) => {
      const at = `/admin/draft-orders/${id}/convert-to-order?fields=*items`
      const { order } = (await store.api.post(at, {}, world.adminHeaders)).data
      return order.items
        .map(({ quantity, title, unit_price }: Record<string, unknown>) => [quantity, title, unit_price].join(" "))
        .sort()
    }
    expect(await convert(order_id)).toEqual(["2 Consulting 400", "6 Chair 0"])
    const items = [{ variant_id: consulting.variants.Monthly, quantity: 1, unit_price: 300, title: "Consulting" }]
    const { result } = await createOrderWorkflow(container).run({
      input: {
        ...{ status: OrderStatus.DRAFT, is_draft_order: true, region_id: world.regions.eur.id, currency_code: "eur" },
        ...{ sales_channel_id: salesChannelId, email: "eve@test.example", items },
      },
    })
    expect(await convert(result.id)).toEqual(["1 Consulting 300", "3 Chair 0"])
    await packages.updatePackages({ id: made.id, pricing: "contents_all" })
    const refusal = await refusalOf(answer(other?.id ?? "", "quote", { unit_price: "1.00" }))
    expect(refusal.message).toContain("unit_price: its contents make its price")
  })

  it("B11: a request that cannot be quoted so says why; one that is closed stays so", async () => {
    await ask({ region_id: world.regions.eur.id })
    const [request] = await listed()
    const id = request?.id ?? ""
    const why = async (body: object) => (await refusalOf(answer(id, "quote", body))).message
    expect(await why({ unit_price: "0" })).toContain("unit_price: must not be zero")
    expect(await why({ unit_price: "1", variant_id: "variant_none" })).toContain("variant_id: is none of the product")
    expect(await why({ unit_price: "1", region_id: "reg_none" })).toContain("region_id: is no region of the store")
    expect(await answer(id, "close", { reason: "sold out" })).toMatchObject({ status: "closed", note: "sold out" })
    expect(await why({ unit_price: "1" })).toContain("id: is closed already")
    expect(await refusalOf(answer("breq_none", "quote", { unit_price: "1" }))).toMatchObject({ status: 404 })
    expect(await store.knex()("order")).toHaveLength(0)
  })
})
