import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { listCharges } from "../../../src/providers/demo-payment/ledger"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { createQuickShop, type QuickShop } from "../../support/create-quick-shop"
import { findBillingFaults } from "../../support/find-billing-faults"
import { PageClient } from "../../support/page-client"
import { storeSuite } from "../../support/store-suite"

/** C24: quick orders where the store's setting says that they are paid at once. */
export const quickOrderPayingSuite = storeSuite(__filename, (store) => {
  let shop: QuickShop

  beforeAll(async () => {
    shop = await createQuickShop(store)
  })

  const pages = () => store.container().resolve<CoreModuleService>(CORE_MODULE).options.pages
  const quickOrders = () => pages().quickOrders
  beforeEach(() => {
    quickOrders().payment = "now"
  })
  afterEach(() => {
    quickOrders().payment = "on_account"
    delete pages().paymentLinkUrl
  })

  const ask = async (path: string, body: object = {}) =>
    (await store.api.post(`/store/quick-orders${path}`, { token: shop.lena.token, ...body }, shop.world.storeHeaders))
      .data
  const orders = async () =>
    (await store.api.get("/admin/orders?fields=id,total,payment_status,summary", shop.world.adminHeaders)).data.orders
  const invoices = async () =>
    (await store.api.get("/admin/billing/invoices", shop.world.adminHeaders)).data.invoices.map(
      ({ status, total }: { status: string; total: string }) => [status, total],
    )

  it("C24: the payment page follows the order, and one press there pays order, invoice and subscription", async () => {
    const browser = new PageClient(store, { "accept-language": "en" })
    const page = await browser.open(shop.lena.url)
    const here = page.path.split("?")[0] ?? ""
    const form_key = /name="form_key" value="([^"]+)"/.exec(page.html)?.[1] ?? ""
    for (const [variant_id, quantity] of [
      [shop.clip, "7"],
      [shop.hosting.variants.Monthly ?? "", "1"],
    ] as const) {
      await browser.post(`${here}/add`, { form_key, variant_id, quantity })
    }
    const checked = await browser.submit(await browser.get(`${here}/basket?lang=en`), "review")
    expect(checked.html).toContain("You pay on the page that follows.")
    const led = await browser.submit(checked, "order")
    expect([led.status, led.location]).toEqual([303, expect.stringMatching(/^\/pages\/pay\/l\/\w+/)])
    const payment = await browser.get(led.location ?? "")
    await store.settled()
    // 5.89, 17.00 and 5.00 for set-up, 5.00 for shipping, with 19 %.
    expect(await invoices()).toEqual([["open", "39.14"]])
    expect(payment.html).toContain("€39.14")
    const paid = await browser.submit(payment, "pay", { provider_id: "pp_demo_demo" })
    expect(paid.html).toContain("We have received your payment")
    await store.settled()
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await invoices()).toEqual([["paid", "39.14"]])
    expect(await orders()).toMatchObject([{ payment_status: "captured" }])
    expect(await store.knex()("billing_subscription").select("status")).toEqual([{ status: "active" }])
    expect(await findBillingFaults(store.knex())).toEqual([])
    // The same form again leads to the page of the same invoice, and charges nothing more.
    const again = await browser.submit(checked, "order")
    expect((await browser.get(again.location ?? "")).html).toContain("We have received your payment")
    expect(await orders()).toHaveLength(1)
    expect(await listCharges(store.knex())).toMatchObject([{ status: "captured", amount: "39.14", times_asked: 1 }])
  })

  it("C24, C25: a payment page of another origin is the one that the form may lead to, and it does", async () => {
    pages().paymentLinkUrl = "https://pay.shop.example/invoice/{token}"
    await ask("/basket", { items: [{ variant_id: shop.clip, quantity: 1 }] })
    await ask("/review")
    const browser = new PageClient(store, { "accept-language": "en" })
    const page = await browser.open(shop.lena.url)
    const here = page.path.split("?")[0] ?? ""
    const checked = await browser.get(`${here}/review?lang=en`)
    expect(checked.headers["content-security-policy"]).toContain("form-action 'self' https://pay.shop.example;")
    expect(page.headers["content-security-policy"]).toContain("form-action 'self';")
    const fields = [...checked.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const sent = Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]))
    const led = await browser.post(`${here}/order`, sent)
    expect([led.status, led.location]).toEqual([
      303,
      expect.stringMatching(/^https:\/\/pay\.shop\.example\/invoice\/[\w-]{43}$/),
    ])
  })

  it("C24, C26: the Store API answers with the payment page's address", async () => {
    await ask("/basket", { items: [{ variant_id: shop.clip, quantity: 1 }] })
    const { review } = await ask("/review")
    const lines = review.lines.map(({ key, total }: { key: string; total: string }) => ({ key, total }))
    const { turn, attempt, total } = review
    const placed = await ask("/place", { turn, attempt, shown: { total, lines } })
    expect(placed).toMatchObject({ outcome: "placed", payment_url: expect.stringMatching(/\/pages\/pay\/[\w-]{43}$/) })
    const page = await new PageClient(store, { "accept-language": "en" }).open(placed.payment_url)
    expect(page.html).toContain(`€${placed.order.total}`)
  })
})
