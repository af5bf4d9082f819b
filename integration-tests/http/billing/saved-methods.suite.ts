import type { IPaymentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AxiosResponse } from "axios"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { deleteExpiredAsks } from "../../../src/modules/core"
import { listCharges } from "../../../src/providers/demo-payment/ledger"
import { listMethods } from "../../../src/providers/demo-payment/vault"
import { chargeRenewals } from "../../../src/workflows/billing/charges/charge-renewals"
import { rememberMethod } from "../../../src/workflows/billing/payment-methods/remember-method"
import { CartClient } from "../../support/cart-client"
import { createCharge } from "../../support/create-charge"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { placeOrder } from "../../support/place-order"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { name: "Monthly", interval: { unit: "month" as const, count: 1 }, prices: { eur: 10, chf: 11 } }
const DEMO = "pp_demo_demo"

/** The part of Medusa's payment module that holds the registered providers. */
interface PaymentModule extends IPaymentModuleService {
  paymentProviderService_: { retrieveProvider: (id: string) => unknown }
}

export const savedMethodsSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let trial: OfferedProduct
  let clara: TestCustomer
  let mallory: TestCustomer

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const { salesChannelId } = world
    hosting = await createOfferedProduct(container, { title: "Hosting", salesChannelId, cycles: [MONTHLY] })
    trial = await createOfferedProduct(container, { title: "Mail", salesChannelId, trialDays: 14, cycles: [MONTHLY] })
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    mallory = await createCustomer(container, { email: "mallory@test.example", ...world })
  })

  const buy = (variant_id: string, paymentData?: Record<string, unknown>) =>
    placeOrder(store, world, {
      items: [{ variant_id, quantity: 1 }],
      headers: clara.headers,
      providerId: DEMO,
      ...(paymentData ? { paymentData } : {}),
    })

  describe("B30: the method that a checkout saves", () => {
    it("is stored for an order with recurring lines, and can be charged off session", async () => {
      const order = await buy(hosting.variants.Monthly ?? "")
      const remembered = await rememberMethod(store.container(), { order_id: order.id })
      expect(remembered).toMatchObject({
        payment_provider_id: DEMO,
        payment_method: { id: expect.stringMatching(/^dpm_/), account_holder_id: `dacc_${clara.customer.id}` },
      })
      const renewal = await createCharge(store, remembered ?? {})
      const [result] = await chargeRenewals(store.container(), [renewal])
      expect(result?.outcome).toEqual({ status: "paid", reason: null })
    })

    it("is saved whatever the storefront sends, with one account holder for a customer", async () => {
      await buy(hosting.variants.Monthly ?? "", { setup_future_usage: "on_session" })
      await buy(hosting.variants.Monthly ?? "")
      expect(await listMethods(store.knex(), `dacc_${clara.customer.id}`)).toHaveLength(2)
      expect(await store.knex()("account_holder").where({ provider_id: DEMO })).toHaveLength(1)
    })

    describe("is the customer's own", () => {
      const subscriptionOf = async (orderId: string) =>
        store.knex()("billing_subscription").where({ order_id: orderId }).first()
      const take = (cartId: string, buyer: TestCustomer) =>
        store.api.post(`/store/carts/${cartId}/customer`, {}, { headers: buyer.headers })

      /** A cart of Mallory's with a session of hers: she is the one who pays. */
      const paidByMallory = async (): Promise<string> => {
        const cart = new CartClient(store, world, mallory.headers)
        const { id } = await cart.create("de", {
          items: [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }],
        })
        const request = { headers: mallory.headers }
        const { data } = await store.api.post("/store/payment-collections", { cart_id: id }, request)
        const path = `/store/payment-collections/${data.payment_collection.id}/payment-sessions`
        await store.api.post(path, { provider_id: DEMO }, request)
        return id
      }

      it("B30: a cart that another customer takes over is not renewed from the first one's method", async () => {
        const cartId = await paidByMallory()
        await take(cartId, clara)
        const order = await new CartClient(store, world, clara.headers).completeUnpaid(cartId)
        expect(order.customer_id ?? clara.customer.id).toBe(clara.customer.id)
        // Mallory paid, and her card was saved with her own account; Clara's subscription knows nothing of it.
        expect(await listMethods(store.knex(), `dacc_${mallory.customer.id}`)).toHaveLength(1)
        expect(await subscriptionOf(order.id)).toMatchObject({
          customer_id: clara.customer.id,
          payment_method: null,
          payment_provider_id: null,
          collection_method: "send_invoice",
        })
        expect(await rememberMethod(store.container(), { order_id: order.id })).toBeNull()
      })

      it("B30: a method that is another customer's by the provider's account is never charged, however it came there", async () => {
        await buy(hosting.variants.Monthly ?? "")
        const [strange] = await listMethods(store.knex(), `dacc_${clara.customer.id}`)
        const [id = ""] = await seedSubscriptions(store.knex(), {
          count: 1,
          prefix: "foreign",
          anchorOn: "2026-01-28",
          currencyCode: "eur",
          regionId: world.regions.eur.id,
          customerId: mallory.customer.id,
          countryCode: "de",
          unitPrice: "10",
        })
        await store
          .knex()("billing_subscription")
          .where({ id })
          .update({ payment_provider_id: DEMO, payment_method: JSON.stringify(strange) })
        const before = await listCharges(store.knex())
        await runBilling(store.container(), "2026-02-28")
        expect(await listCharges(store.knex())).toHaveLength(before.length)
        expect(await store.knex()("billing_renewal").where({ subscription_id: id }).first()).toMatchObject({
          status: "failed",
          reason: "no_chargeable_payment_method",
        })
      })
    })

    it("is not saved without recurring lines", async () => {
      const { salesChannelId, shipping } = world
      const mug = await createProduct(store.container(), {
        title: "Mug",
        salesChannelId,
        prices: { eur: 10 },
        shippingProfileId: shipping.profileId,
      })
      const order = await placeOrder(store, world, {
        items: [{ variant_id: mug.variants[0]?.id ?? "", quantity: 1 }],
        headers: clara.headers,
        providerId: DEMO,
        withShipping: true,
      })
      expect(await rememberMethod(store.container(), { order_id: order.id })).toBeNull()
      expect(await listMethods(store.knex(), `dacc_${clara.customer.id}`)).toEqual([])
    })
  })

  describe("B14: POST /store/carts/:id/payment-method", () => {
    const cartOf = async (buyer: TestCustomer): Promise<string> => {
      const request = { headers: buyer.headers }
      const { data } = await store.api.post("/store/carts", { region_id: world.regions.eur.id }, request)
      await store.api.post(
        `/store/carts/${data.cart.id}/line-items`,
        { variant_id: trial.variants.Monthly, quantity: 1 },
        request,
      )
      return data.cart.id
    }
    const savedFor = (cartId: string) =>
      store.container().resolve<BillingModuleService>(BILLING_MODULE).savedMethodOf(cartId)
    const save = (cartId: string, body: object, headers = clara.headers): Promise<AxiosResponse> =>
      store.api.post(`/store/carts/${cartId}/payment-method`, body, { headers, validateStatus: () => true })

    it("saves a method though nothing is due, and the order's trial can be charged with it when it ends", async () => {
      const cartId = await cartOf(clara)
      const { status, data } = await save(cartId, { provider_id: DEMO })
      expect(status).toBe(200)
      expect(data).toEqual({
        payment_method: { provider_id: DEMO, id: expect.stringMatching(/^dpm_/), brand: "demo", last4: "4242" },
        requires_action: null,
      })
      const completed = await store.api.post(`/store/carts/${cartId}/complete`, {}, { headers: clara.headers })
      expect(completed.data).toMatchObject({ type: "order", order: { total: 0 } })
      await store.settled()
      expect(await listCharges(store.knex())).toEqual([])

      const remembered = await rememberMethod(store.container(), { order_id: completed.data.order.id })
      expect(remembered).toMatchObject({ payment_method: { id: data.payment_method.id } })
      const [result] = await chargeRenewals(store.container(), [await createCharge(store, remembered ?? {})])
      expect(result?.outcome).toEqual({ status: "paid", reason: null })
      expect((await save(cartId, { provider_id: DEMO })).status).toBe(400)
    })

    it("is forgotten when another customer takes the cart over, also when the first one takes it back afterwards", async () => {
      const cartId = await cartOf(clara)
      await save(cartId, { provider_id: DEMO })
      await store.api.post(`/store/carts/${cartId}/customer`, {}, { headers: mallory.headers })
      const order = await new CartClient(store, world, mallory.headers).completeUnpaid(cartId)
      await store.knex()("cart").where({ id: cartId }).update({ customer_id: clara.customer.id })
      expect(await rememberMethod(store.container(), { order_id: order.id })).toBeNull()
    })

    it("accepts a method that the customer has saved already; the last choice counts", async () => {
      const cartId = await cartOf(clara)
      const first = await save(cartId, { provider_id: DEMO })
      const second = await save(cartId, { provider_id: DEMO })
      const { id } = first.data.payment_method
      expect(second.data.payment_method.id).not.toBe(id)
      expect((await save(cartId, { provider_id: DEMO, data: { payment_method: id } })).data.payment_method.id).toBe(id)
      expect(await savedFor(cartId)).toMatchObject({ payment_method: { id } })
      expect(await listMethods(store.knex(), `dacc_${clara.customer.id}`)).toHaveLength(2)
    })

    describe("B14: tried too often, as stolen cards are", () => {
      const tries = async (many: number, headers: Record<string, string>) => {
        const cartId = await cartOf(clara)
        const answers = await Promise.all(
          Array.from({ length: many }, (_, index) =>
            save(
              cartId,
              { provider_id: DEMO },
              { ...clara.headers, ...headers, "x-forwarded-for": `203.0.113.${index}` },
            ),
          ),
        )
        return answers
      }

      it("is refused for a while, though all tries are made at once and each names another address", async () => {
        // The first one opens the customer's account with the provider.
        expect((await tries(1, {})).map(({ status }) => status)).toEqual([200])
        const answers = await tries(14, {})
        expect(answers.map(({ status }) => status).sort()).toEqual([
          ...Array.from({ length: 9 }, () => 200),
          ...Array.from({ length: 5 }, () => 429),
        ])
        const refused = answers.find(({ status }) => status === 429)
        expect(refused?.data).toEqual({
          type: "too_many_requests",
          message: expect.stringContaining("Too many tries of payment-method; try again in"),
        })
        expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0)
        expect(await listMethods(store.knex(), `dacc_${clara.customer.id}`)).toHaveLength(10)
      })

      it("is refused to an address, whichever customer it says it is; what was counted is forgotten in time", async () => {
        const knex = store.knex()
        await knex.raw("insert into service_core_ask_count values (?, 30, ?)", [
          "payment-method:address:203.0.113.77",
          Date.now() + 60_000,
        ])
        const from = { ...mallory.headers, "x-forwarded-for": "198.18.0.1, 203.0.113.77" }
        const cartId = await cartOf(mallory)
        expect((await save(cartId, { provider_id: DEMO }, from)).status).toBe(429)
        expect((await save(cartId, { provider_id: DEMO }, mallory.headers)).status).toBe(200)
        await deleteExpiredAsks(knex, new Date(Date.now() + 3 * 3_600_000))
        expect(await knex("service_core_ask_count")).toEqual([])
      })
    })

    it("does not find another customer's cart", async () => {
      const cartId = await cartOf(clara)
      const body = { provider_id: DEMO }
      expect((await save(cartId, body, world.storeHeaders.headers)).status).toBe(401)
      expect((await save(cartId, body, mallory.headers)).status).toBe(404)
      expect((await save("cart_none", body)).status).toBe(404)
      expect(await savedFor(cartId)).toBeNull()
    })

    it("does not take another customer's method", async () => {
      const { data } = await save(await cartOf(mallory), { provider_id: DEMO }, mallory.headers)
      const { id } = data.payment_method
      const taken = await save(await cartOf(clara), { provider_id: DEMO, data: { payment_method: id } })
      expect(taken.data.payment_method.id).not.toBe(id)
    })

    it.each([
      ["a provider that the region does not have", { provider_id: "pp_none_none" }, "provider_id: pp_none_none is not"],
      ["one that cannot charge later", { provider_id: "pp_system_default" }, "provider_id: pp_system_default cannot"],
      ["no provider", {}, "provider_id"],
      ["an unknown field", { provider_id: DEMO, amount: 5 }, "amount"],
    ])("refuses %s, with the field and the reason", async (_what, body, reason) => {
      const { status, data } = await save(await cartOf(clara), body)
      expect(status).toBe(400)
      expect(data.message).toContain(reason)
    })
  })

  describe("the demo provider's switches", () => {
    it("are turned by an admin, and show what was charged", async () => {
      const url = "/admin/billing/demo-payments"
      await store.api.post(url, { behaviour: "decline" }, world.adminHeaders)
      const [result] = await chargeRenewals(store.container(), [await createCharge(store)])
      expect(result?.outcome).toEqual({ status: "soft_declined", reason: "insufficient_funds" })
      const { data } = await store.api.get(url, world.adminHeaders)
      expect(data.demo_payments).toMatchObject({
        switches: [{ scope: "*", behaviour: "decline" }],
        charges: [{ status: "declined", decline_code: "insufficient_funds" }],
      })
      const wrong = await store.api.post(
        url,
        { behaviour: "free" },
        { ...world.adminHeaders, validateStatus: () => true },
      )
      expect(wrong.status).toBe(400)
    })

    it("are not shown where the provider is not registered any more, though its row was left enabled", async () => {
      await store.knex()("payment_provider").insert({ id: "pp_demo_gone", is_enabled: true })
      const payment = store.container().resolve(Modules.PAYMENT) as PaymentModule
      const { retrieveProvider } = payment.paymentProviderService_
      const gone = jest.spyOn(payment.paymentProviderService_, "retrieveProvider").mockImplementation((id) => {
        if (id.startsWith("pp_demo")) {
          throw new Error("Could not resolve")
        }
        return retrieveProvider.call(payment.paymentProviderService_, id)
      })
      const request = { ...world.adminHeaders, validateStatus: () => true }
      expect((await store.api.get("/admin/billing/demo-payments", request)).status).toBe(404)
      expect((await store.api.post("/admin/billing/demo-payments", { behaviour: "ok" }, request)).status).toBe(404)
      gone.mockRestore()
      expect((await store.api.get("/admin/billing/demo-payments", request)).status).toBe(200)
    })
  })

  describe("the demo provider, shown another's charge", () => {
    const open = async (amount: number, data: Record<string, unknown> = {}) => {
      const payment = store.container().resolve(Modules.PAYMENT)
      const collection = await payment.createPaymentCollections({ currency_code: "eur", amount })
      const session = { provider_id: DEMO, currency_code: "eur", amount, data }
      return { payment, session: await payment.createPaymentSession(collection.id, session) }
    }

    it("does not take a payment session for paid because its data names another's charge", async () => {
      const paid = await open(1)
      await paid.payment.authorizePaymentSession(paid.session.id, {})
      const [charge] = await listCharges(store.knex())
      const { payment, session } = await open(500, { id: charge?.id, taken: "500.00" })
      expect(session.data).not.toHaveProperty("id", charge?.id)
      await payment.authorizePaymentSession(session.id, {})
      // It was charged for itself.
      expect(await listCharges(store.knex())).toMatchObject([{ amount: "1.00" }, { amount: "500.00" }])

      const forged = await open(500)
      await store
        .knex()("payment_session")
        .where({ id: forged.session.id })
        .update({ data: JSON.stringify({ ...forged.session.data, id: charge?.id }) })
      await expect(payment.authorizePaymentSession(forged.session.id, {})).rejects.toThrow(
        `the demo provider's charge ${charge?.id} is of another session`,
      )
    })
  })
})
