import { Modules } from "@medusajs/framework/utils"
import { createCartWorkflow, createPriceListsWorkflow } from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { CartClient, type Cart } from "../../support/cart-client"
import { createCustomer } from "../../support/create-customer"
import { createDiscountShop, given, type DiscountShop } from "../../support/create-discount-shop"
import { createOfferedProduct } from "../../support/create-offered-product"
import { giveDiscount } from "../../support/give-discount"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"
import { testAddress } from "../../support/test-address"

const CLARA = "clara@test.example"
const STRANGER = "stranger@test.example"

/** Clara is a partner: a mug costs 6.00 instead of 10.00, and advice is 50 % off. */
export const buyersSuite = storeSuite(__filename, (store) => {
  let shop: DiscountShop
  let visitor: CartClient
  let clara: CartClient
  let monthly: string

  const core = () => store.container().resolve<CoreModuleService>(CORE_MODULE)
  const customers = () => store.container().resolve(Modules.CUSTOMER)

  beforeAll(async () => {
    shop = await createDiscountShop(store)
    visitor = shop.visitor
    clara = new CartClient(store, shop.world, shop.clara.headers)
    const group = await customers().createCustomerGroups({ name: "Partners" })
    await customers().addCustomerToGroup({ customer_id: shop.clara.customer.id, customer_group_id: group.id })
    await createPriceListsWorkflow(store.container()).run({
      input: {
        price_lists_data: [
          {
            title: "Partners",
            description: "B2B",
            status: "active",
            rules: { "customer.groups.id": [group.id] },
            prices: [{ variant_id: shop.mug, currency_code: "eur", amount: 6 }],
          },
        ],
      },
    })
    await giveDiscount(store.container(), {
      name: "Partners",
      groups: [group.id],
      rules: [{ value: "50" }],
      on: [{ level: "variant", target_id: shop.service }],
    })
    const hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: shop.world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
      trialDays: 14,
    })
    monthly = hosting.variants.Monthly ?? ""
  })

  const items = () => [
    { variant_id: shop.mug, quantity: 1 },
    { variant_id: shop.service, quantity: 1 },
  ]

  /** Whose a cart is, what a mug costs in it, and what discounts it has. */
  const seen = async ({ id }: Cart) => {
    const cart = await visitor.read(id)
    const row = await store.knex()("cart").where({ id }).first("customer_id", "email")
    const customer = row.customer_id && (await customers().retrieveCustomer(row.customer_id))
    return {
      hasAccount: customer ? customer.has_account : null,
      customersEmail: customer?.email ?? null,
      email: row.email,
      mug: cart.items?.find(({ title }) => title === "Mug")?.unit_price,
      discounts: given(cart).Advice,
    }
  }

  const asGuest = (email: string) => ({
    hasAccount: false,
    customersEmail: email,
    email,
    mug: 10,
    discounts: [] as string[],
  })
  const asClara = {
    hasAccount: true,
    customersEmail: CLARA,
    email: CLARA,
    mug: 6,
    discounts: ["Partners 45.00"],
  }

  const customerOf = async (order: { id: string }) => {
    const row = await store.knex()("order").where("id", order.id).first("customer_id")
    return customers().retrieveCustomer(row.customer_id)
  }

  const withAccountBinding = async (work: () => Promise<void>) => {
    core().options.emailBinding = "account"
    await work().finally(() => {
      core().options.emailBinding = "guest"
    })
  }

  describe("a visitor who types a customer's e-mail address", () => {
    it("gets no account, no partner's price and no discount of the group, in a new cart", async () => {
      expect(await seen(await visitor.create("de", { email: CLARA, items: items() }))).toEqual(asGuest(CLARA))
      expect(await seen(await visitor.create("de", { email: "Clara@Test.example", items: items() }))).toMatchObject({
        hasAccount: false,
        customersEmail: CLARA,
        mug: 10,
      })
    })

    it("gets none in a cart that exists, whatever is added, changed or priced again later", async () => {
      const { id } = await visitor.create("de", { items: items() })
      expect(await seen(await visitor.change(id, { email: CLARA }))).toEqual(asGuest(CLARA))
      const added = await visitor.add(id, { variant_id: shop.mug, quantity: 1 })
      expect(await seen(added)).toEqual(asGuest(CLARA))
      await visitor.change(id, { shipping_address: testAddress("de") })
      const moved = await visitor.change(id, { shipping_address: { ...testAddress("de"), postal_code: "20095" } })
      expect(await seen(moved)).toEqual(asGuest(CLARA))
    })

    it("gets none where the address and a region come in one call, which prices the cart again", async () => {
      const { id } = await visitor.create("ch", { items: [{ variant_id: shop.mug, quantity: 1 }] })
      const moved = await visitor.change(id, { email: CLARA, region_id: shop.world.regions.eur.id })
      expect(await seen(moved)).toMatchObject({ hasAccount: false, customersEmail: CLARA, mug: 10 })
    })

    it("gets none where a guest with that address has bought before: both rows exist", async () => {
      const guest = await customers().createCustomers({ email: CLARA })
      const created = await visitor.create("de", { email: CLARA, items: items() })
      const { id } = await visitor.create("de", { items: items() })
      const changed = await visitor.change(id, { email: CLARA })
      for (const cart of [created, changed]) {
        expect(await store.knex()("cart").where({ id: cart.id }).first("customer_id")).toEqual({
          customer_id: guest.id,
        })
        expect(await seen(cart)).toEqual(asGuest(CLARA))
      }
    })

    it("gets none by typing that one first and an own one then", async () => {
      const { id } = await visitor.create("de", { items: items() })
      await visitor.change(id, { email: CLARA })
      expect(await seen(await visitor.change(id, { email: STRANGER }))).toEqual(asGuest(STRANGER))
      const again = await visitor.create("de", { email: CLARA, items: items() })
      expect(await seen(await visitor.change(again.id, { email: STRANGER }))).toEqual(asGuest(STRANGER))
    })

    it("buys as a guest: the order is not the customer's", async () => {
      const { id } = await visitor.create("de", { email: CLARA, items: items() })
      await visitor.ship(id)
      const order = await visitor.complete(id)
      expect(await customerOf(order)).toMatchObject({ email: CLARA, has_account: false })
      const own = await store.api.get("/store/orders", { headers: shop.clara.headers })
      expect(own.data.orders).toEqual([])
    })

    it("B14, B20: gets neither trial nor subscription", async () => {
      const { id } = await visitor.create("de", { items: [{ variant_id: monthly, quantity: 1 }] })
      const cart = await visitor.change(id, { email: CLARA })
      expect(cart.total).toBeCloseTo(11.9, 6)
      expect((await refusalOf(visitor.complete(id))).message).toContain("needs a customer account")
    })

    it("is refused at completion where the cart has the account nevertheless", async () => {
      const { id } = await visitor.create("de", {
        email: STRANGER,
        items: [items()[1] as { variant_id: string; quantity: number }],
      })
      await core().createCartBuyers({ cart_id: id, customer_id: shop.clara.customer.id, bound_by: "email" })
      await store.container().resolve(Modules.CART).updateCarts(id, { customer_id: shop.clara.customer.id })
      expect(await refusalOf(visitor.complete(id))).toMatchObject({
        status: 400,
        message: expect.stringContaining("email: It belongs to an account: log in"),
      })
      await visitor.change(id, { metadata: { seen: true } })
      expect(await seen(await visitor.read(id))).toMatchObject({ hasAccount: false, customersEmail: STRANGER })
      expect(await customerOf(await visitor.complete(id))).toMatchObject({ email: STRANGER, has_account: false })
    })
  })

  describe("a customer who is logged in", () => {
    it("gets all of it, at creation and by taking a visitor's cart over, whatever e-mail address was typed before", async () => {
      expect(await seen(await clara.create("de", { items: items() }))).toEqual(asClara)
      const { id } = await visitor.create("de", { email: CLARA, items: items() })
      expect(await seen(await visitor.logIn(id, shop.clara.headers))).toEqual(asClara)
      const other = await visitor.create("de", { items: items() })
      await visitor.change(other.id, { email: CLARA })
      expect(await seen(await visitor.logIn(other.id, shop.clara.headers))).toEqual(asClara)
      await visitor.ship(other.id)
      expect((await customerOf(await clara.complete(other.id))).id).toBe(shop.clara.customer.id)
    })

    it("keeps all of it with another e-mail address for the order", async () => {
      const { id } = await clara.create("de", { items: items() })
      await clara.change(id, { email: STRANGER })
      expect(await seen(await clara.add(id, { variant_id: shop.mug, quantity: 1 }))).toEqual({
        ...asClara,
        email: STRANGER,
      })
      await clara.ship(id)
      expect((await customerOf(await clara.complete(id))).id).toBe(shop.clara.customer.id)
    })

    it("takes nothing away by a log-in of somebody else that fails", async () => {
      const dora = await createCustomer(store.container(), { email: "dora@test.example", ...shop.world })
      const { id } = await clara.create("de", { items: items() })
      await core().createCartBuyers({ cart_id: id, customer_id: shop.clara.customer.id, bound_by: "login" })
      await store.container().resolve(Modules.LOCKING).acquire(id, { ownerId: "another request", expire: 60 })
      await refusalOf(visitor.logIn(id, dora.headers))
      await store.container().resolve(Modules.LOCKING).release(id, { ownerId: "another request" })
      expect(await core().retrieveCartBuyer(id)).toMatchObject({
        customer_id: shop.clara.customer.id,
        bound_by: "login",
      })
    })

    it("trusts the store's own code that creates a cart for a customer", async () => {
      const { result } = await createCartWorkflow(store.container()).run({
        input: {
          region_id: shop.world.regions.eur.id,
          sales_channel_id: shop.world.salesChannelId,
          customer_id: shop.clara.customer.id,
          items: items(),
        },
      })
      expect(await seen(await visitor.read(result.id))).toEqual(asClara)
    })
  })

  describe("a store that keeps Medusa's binding", () => {
    const typed = { ...asClara, discounts: [] as string[] }

    it("has price lists go by the typed address, as Medusa does, and the groups of discounts by the log-in", () =>
      withAccountBinding(async () => {
        expect(await seen(await visitor.create("de", { email: CLARA, items: items() }))).toEqual(typed)
        const { id } = await visitor.create("de", {})
        await visitor.change(id, { email: CLARA })
        for (const item of items()) {
          await visitor.add(id, item)
        }
        expect(await seen(await visitor.read(id))).toEqual(typed)
        expect(await seen(await visitor.logIn(id, shop.clara.headers))).toMatchObject({ hasAccount: true })
        expect(await seen(await visitor.change(id, { metadata: { seen: true } }))).toEqual(asClara)
      }))

    it("B14, B20: gives a typed account neither trial, nor subscription, nor a saved method", () =>
      withAccountBinding(async () => {
        const cart = await visitor.create("de", { email: CLARA, items: [{ variant_id: monthly, quantity: 1 }] })
        expect(cart.total).toBeCloseTo(11.9, 6)
        expect((await refusalOf(visitor.complete(cart.id))).message).toContain("needs a customer account")
        const path = `/store/carts/${cart.id}/payment-method`
        const body = { provider_id: "pp_system_default" }
        expect(await refusalOf(store.api.post(path, body, { headers: shop.clara.headers }))).toMatchObject({
          status: 404,
        })
      }))

    it("B20: sells a subscription by invoice to the guest, not to the account", () =>
      withAccountBinding(async () => {
        const billing = store.container().resolve<BillingModuleService>(BILLING_MODULE)
        const before = billing.options.guestSubscriptions
        billing.options.guestSubscriptions = "send_invoice"
        try {
          const { id } = await visitor.create("de", { email: CLARA, items: [{ variant_id: monthly, quantity: 1 }] })
          const order = await visitor.complete(id)
          const [subscription] = await billing.listSubscriptions({ order_id: order.id })
          expect(subscription).toMatchObject({ customer_id: null, collection_method: "send_invoice" })
        } finally {
          billing.options.guestSubscriptions = before
        }
      }))
  })

  describe("D24: a limit per customer", () => {
    const once = () =>
      giveDiscount(store.container(), {
        name: "Once",
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: shop.service }],
        usage_limit_per_customer: 1,
      })
    const advice = () => [{ variant_id: shop.service, quantity: 1 }]
    const onceOf = (cart: Cart) => (given(cart).Advice ?? []).filter((one) => one.startsWith("Once"))
    const buy = async (client: CartClient, email?: string) => {
      const cart = await client.create("de", { items: advice(), ...(email ? { email } : {}) })
      const discounts = onceOf(cart)
      await client.complete(cart.id)
      return discounts
    }

    it("does not apply while nobody is known: carts without an e-mail address used it again and again", async () => {
      await once()
      const cart = await visitor.create("de", { items: advice() })
      expect(onceOf(cart)).toEqual([])
      expect(onceOf(await visitor.change(cart.id, { email: STRANGER }))).toEqual(["Once 9.00"])
    })

    it("counts an e-mail address once, in whatever case it is typed", async () => {
      await once()
      expect(await buy(visitor, "Guest@Test.example")).toEqual(["Once 9.00"])
      expect(await buy(visitor, "guest@test.example")).toEqual([])
    })

    it("gives a guest who registers no second use", async () => {
      await once()
      expect(await buy(visitor, "guest@test.example")).toEqual(["Once 9.00"])
      const { headers } = await createCustomer(store.container(), { email: "guest@test.example", ...shop.world })
      expect(await buy(new CartClient(store, shop.world, headers))).toEqual([])
    })

    it("gives a customer who logs out no second use", async () => {
      await once()
      const { headers } = await createCustomer(store.container(), { email: "eva@test.example", ...shop.world })
      expect(await buy(new CartClient(store, shop.world, headers))).toEqual(["Once 9.00"])
      expect(await buy(visitor, "eva@test.example")).toEqual([])
    })

    it("gives a use back after registering where the guest's order is canceled", async () => {
      const discountId = await once()
      const { id } = await visitor.create("de", { items: advice(), email: "guest@test.example" })
      const order = await visitor.complete(id)
      const { headers, customer } = await createCustomer(store.container(), {
        email: "guest@test.example",
        ...shop.world,
      })
      await store.api.post(`/admin/orders/${order.id}/cancel`, {}, shop.world.adminHeaders)
      await store.settled()
      expect(await buy(new CartClient(store, shop.world, headers))).toEqual(["Once 9.00"])
      const counts = await store.knex()("discounts_use_count").where("discount_id", discountId).where("used", ">", 0)
      expect(counts).toEqual([expect.objectContaining({ customer_key: customer.id, used: 1 })])
    })

    it("joins what a guest has used to the account, with the uses themselves", async () => {
      const discountId = await giveDiscount(store.container(), {
        name: "Twice",
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: shop.service }],
        usage_limit_per_customer: 2,
      })
      await buy(visitor, "guest@test.example")
      const { headers, customer } = await createCustomer(store.container(), {
        email: "guest@test.example",
        ...shop.world,
      })
      await buy(new CartClient(store, shop.world, headers))
      const rows = (table: string) =>
        store.knex()(table).where("discount_id", discountId).select("customer_key").orderBy("customer_key")
      expect(await rows("discounts_use_count")).toEqual([{ customer_key: customer.id }])
      expect(await rows("discounts_use")).toEqual([{ customer_key: customer.id }, { customer_key: customer.id }])
    })
  })
})
