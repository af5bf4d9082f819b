import { Modules } from "@medusajs/framework/utils"
import { changeNamed, PREPARED } from "../../support/change-order"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { SalesClient } from "../../support/sales-client"
import { storeSuite } from "../../support/store-suite"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { profileOfCustomer } from "../../../src/modules/customers"
import { SALES_MODULE, type SalesModuleService } from "../../../src/modules/sales"

export const peopleSuite = storeSuite(__filename, (store) => {
  let world: World
  let sales: SalesClient
  let clara: TestCustomer
  let ebook: string

  beforeAll(async () => {
    world = await createWorld(store)
    sales = new SalesClient(store, world)
    clara = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    await store
      .container()
      .resolve(Modules.CUSTOMER)
      .updateCustomers(clara.customer.id, {
        metadata: { vat_number: "CHE-123.456.788 MWST" },
      })
    const product = await createProduct(store.container(), {
      ...{ title: "E-book", salesChannelId: world.salesChannelId, prices: { eur: 20 } },
    })
    ebook = product.variants[0]?.id ?? ""
  })

  const buy = () =>
    placeOrder(store, world, {
      items: [{ variant_id: ebook, quantity: 1 }],
      headers: clara.headers,
      providerId: "pp_demo_demo",
    })
  const erase = (id: string) =>
    store.api.post(`/admin/sales/customers/${id}/erase`, { reason: "asked by letter" }, world.adminHeaders)
  const verify = async () =>
    (await store.api.post("/admin/sales/verifications", {}, world.adminHeaders)).data.verification

  it("H6, SA6: erasure takes a person's words, touches no row, and leaves figures and chains whole", async () => {
    const order = await buy()
    const before = await sales.ofOrder(order.id)
    expect(before.snapshots[0]?.personal).toMatchObject({ name: "Clara Customer", vat_number: "CHE-123.456.788 MWST" })
    const rows = () => store.knex()("sales_event").orderBy(["sale_id", "seq"]).select("id", "hash", "personal")
    const written = await rows()
    const stored = JSON.stringify(await store.knex()("sales_snapshot"))
    expect(stored).not.toMatch(/Clara|clara@|CHE-123/)
    await erase(clara.customer.id)
    expect((await rows()).filter(({ id }) => written.some((one) => one.id === id))).toEqual(written)
    expect(JSON.stringify(await store.knex()("sales_snapshot"))).toBe(stored)
    const after = await sales.ofOrder(order.id)
    expect(after).toMatchObject({
      personal_state: "erased",
      customer_name: null,
      net: before.net,
      status: before.status,
    })
    expect(after.snapshots).toEqual(before.snapshots.map((snapshot) => ({ ...snapshot, personal: null })))
    expect(after.events.at(-1)).toMatchObject({ kind: "erased", reason: "asked by letter" })
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
    // What follows of the order does not write again what was erased.
    await sales.refund(order.id, 5)
    expect(await sales.ofOrder(order.id)).toMatchObject({ personal_state: "erased", refunded: "5" })
    expect(await refusalOf(erase(clara.customer.id))).toMatchObject({ status: 404 })
    // A new order is a new beginning, with a key of its own; as on the invoice, a VAT number that stands in the profile counts.
    await store.knex()("customer").where({ id: clara.customer.id }).update({ metadata: null })
    const id = await profileOfCustomer(store.knex(), clara.customer.id)
    await store.knex()("customers_profile").where({ id }).update({ vat_number: "DE136695976", vat_state: "unchecked" })
    expect(await sales.ofOrder((await buy()).id)).toMatchObject({
      customer_name: "Clara Customer",
      snapshots: [{ personal: { vat_number: "DE136695976" } }],
    })
    expect(await store.knex()("sales_person").whereNull("erased_at")).toHaveLength(1)
  })

  it("SA6: an order that was given to another has two people and two keys: erasing the giver erases the giver's address, erasing the taker does not", async () => {
    const { container } = store
    const giveTo = async (orderId: string, { customer }: TestCustomer) => {
      const order = { orderId, customerId: customer.id }
      await PREPARED.transferred?.(container(), order)
      await changeNamed("transferred").make(container(), order)
      // Medusa tells nothing of it: the sweep finds it.
      await sales.follow(orderId, await container().resolve<CoreModuleService>(CORE_MODULE).today())
      return sales.ofOrder(orderId)
    }
    const named = async (first_name: string): Promise<TestCustomer> => {
      const one = await createCustomer(container(), { email: `${first_name.toLowerCase()}@test.example`, ...world })
      await container().resolve(Modules.CUSTOMER).updateCustomers(one.customer.id, { first_name })
      return one
    }
    const [dora, benno] = [await named("Dora"), await named("Benno")]
    const [first, second, third] = [await buy(), await buy(), await buy()]
    const sold = (await sales.ofOrder(first.id)).snapshots[0]
    const shipping_address = sold?.personal?.shipping_address
    expect(shipping_address).toMatchObject({ country_code: "de" })

    // Medusa leaves the giver's e-mail on the order, too.
    const given = { email: "clara@test.example", shipping_address }
    expect(await giveTo(first.id, dora)).toMatchObject({
      ...{ customer_id: dora.customer.id, customer_name: "Dora Customer", personal_state: null },
      snapshots: [sold, { personal: { name: "Dora Customer", ...given } }],
    })
    expect(await store.knex()("sales_sale").where({ order_id: first.id }).pluck("person_ids")).toEqual([
      [expect.stringMatching(/^sper_/), expect.stringMatching(/^sper_/)],
    ])
    await erase(dora.customer.id)
    expect(await sales.ofOrder(first.id)).toMatchObject({
      ...{ personal_state: "erased", customer_name: null },
      snapshots: [sold, { personal: { name: null, vat_number: null, ...given } }],
    })

    const left = { name: "Benno Customer", email: null, shipping_address: null }
    await giveTo(second.id, benno)
    await erase(clara.customer.id)
    expect(await giveTo(third.id, benno)).toMatchObject({ snapshots: [{ personal: null }, { personal: left }] })
    await sales.refund(second.id, 5)
    const { customer_name, snapshots } = await sales.ofOrder(second.id)
    expect(customer_name).toBe("Benno Customer")
    expect(snapshots.map(({ personal }) => personal)).toEqual([
      null,
      ...snapshots.slice(1).map(() => expect.objectContaining({ ...left, billing_address: null })),
    ])
    expect(snapshots.length).toBeGreaterThan(2)
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
  })

  it("H6: an order that somebody put to an account by its e-mail address is erased with the account", async () => {
    const { options } = store.container().resolve<CoreModuleService>(CORE_MODULE)
    const { emailBinding } = options
    Object.assign(options, { emailBinding: "account" })
    try {
      const items = [{ variant_id: ebook, quantity: 1 }]
      const bought = { items, email: "clara@test.example", providerId: "pp_demo_demo" }
      const { id } = await placeOrder(store, world, bought)
      expect(await sales.ofOrder(id)).toMatchObject({ customer_id: null, personal_state: null })
      await erase(clara.customer.id)
      expect(await sales.ofOrder(id)).toMatchObject({ personal_state: "erased", snapshots: [{ personal: null }] })
    } finally {
      Object.assign(options, { emailBinding })
    }
  })

  it("the database keeps an erased person erased", async () => {
    await buy()
    await erase(clara.customer.id)
    const person = store.knex()("sales_person")
    await expect(person.clone().update({ wrapped_key: "again", erased_at: null })).rejects.toThrow(/stays erased/)
    await expect(person.clone().delete()).rejects.toThrow(/never changed or deleted/)
  })

  it("a wrong or a lost secret is named, and the rest of the sale is shown", async () => {
    const service = store.container().resolve<SalesModuleService>(SALES_MODULE)
    const { options } = service
    const secret = "a secret of the store, of 32 characters"
    try {
      Object.assign(options, { personSecret: secret })
      const order = await buy()
      expect(await sales.ofOrder(order.id)).toMatchObject({ personal_state: null, customer_name: "Clara Customer" })
      Object.assign(options, { personSecret: "another secret of 32 characters or more" })
      expect(await sales.ofOrder(order.id)).toMatchObject({ personal_state: "wrong_secret", customer_name: null })
      // What is changed meanwhile is followed, and takes nobody's name away.
      await sales.refund(order.id, 5)
      expect(await sales.ofOrder(order.id)).toMatchObject({ personal_state: "wrong_secret", refunded: "5" })
      Object.assign(options, { earlierPersonSecrets: [secret] })
      expect(await sales.ofOrder(order.id)).toMatchObject({ personal_state: null, customer_name: "Clara Customer" })
      Object.assign(options, { personSecret: undefined, earlierPersonSecrets: [] })
      expect(await sales.ofOrder(order.id)).toMatchObject({ personal_state: "lost_secret", status: "processing" })
    } finally {
      Object.assign(options, { personSecret: undefined, earlierPersonSecrets: [] })
    }
  })
})
