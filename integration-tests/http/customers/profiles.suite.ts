import { Modules } from "@medusajs/framework/utils"
import { createCustomersWorkflow, deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { profileOfCustomer } from "../../../src/modules/customers"
import { customersOrders } from "../../../src/workflows/customers/orders/customers-orders"
import { adoptCustomer } from "../../../src/workflows/customers/profiles/adopt-customer"
import { sweepCustomers } from "../../../src/workflows/customers/profiles/sweep-customers"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { giveLink } from "../../support/create-quick-order-world"
import { CrmClient } from "../../support/crm-client"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { refuseRows } from "../../support/refuse-rows"
import { storeSuite } from "../../support/store-suite"

export const customerProfilesSuite = storeSuite(__filename, (store) => {
  let world: World
  let variantId: string
  const crm = new CrmClient(store, () => world.adminHeaders)

  beforeAll(async () => {
    world = await createWorld(store)
    const { variants } = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
    })
    variantId = variants.Monthly ?? ""
  })

  const appear = async (customer: { email: string; company_name?: string; first_name?: string }) => {
    const { result } = await createCustomersWorkflow(store.container()).run({ input: { customersData: [customer] } })
    await store.settled()
    return result[0]?.id ?? ""
  }
  const profileOf = async (customerId: string) => {
    const id = await profileOfCustomer(store.knex(), customerId)
    return id === null ? null : crm.profile(id)
  }
  const buy = async (email: string) => {
    const { headers, customer } = await createCustomer(store.container(), { email, ...world })
    await store.settled()
    const before = await profileOf(customer.id)
    const order = await placeOrder(store, world, { headers, items: [{ variant_id: variantId, quantity: 1 }] })
    return { customerId: customer.id, orderId: order.id, before }
  }

  it("C3: a lead needs a name alone; its first notes are its first note, and the same key makes one", async () => {
    const lead = await crm.create({ name: "  Müller & Söhne  ", notes: "<b>Met</b> at the fair", key: "the-same-key" })
    expect(lead).toMatchObject({ name: "Müller & Söhne", status: "potential", temperature: "cold", version: 1 })
    expect(lead.temperature_history).toMatchObject([{ from: null, to: "cold", actor_name: "Ada Admin" }])
    expect(lead.events).toMatchObject([{ type: "created", actor_name: "Ada Admin", is_system: false }])
    expect(await crm.notes(lead.id)).toMatchObject([{ text: "<b>Met</b> at the fair", author_name: "Ada Admin" }])
    const again = await Promise.all([1, 2].map(() => crm.create({ name: "Other", key: "the-same-key" })))
    expect(again.map(({ id }) => id)).toEqual([lead.id, lead.id])
  })

  it("says which field is wrong and why, and writes nothing", async () => {
    const wrong = {
      name: " ",
      email: "nobody",
      discount_percent: "12.345",
      currency_code: "xxx",
      vat_number: "no number",
      notes: "x".repeat(10_001),
    }
    const { status, message } = await refusalOf(crm.create(wrong))
    expect(status).toBe(400)
    for (const part of [
      "The customer was not saved. name: is required",
      "email: must be an e-mail address",
      "discount_percent: takes at most 2 decimals",
      "currency_code: must be a currency of the store",
      "vat_number: must be a VAT number",
      "notes: takes at most 10000 signs",
    ]) {
      expect(message).toContain(part)
    }
    expect((await refusalOf(crm.create({ name: "A", discount_percent: 101 }))).message).toContain("more than 100")
    expect((await refusalOf(crm.create({ name: "A", language: "xx" }))).message).toContain("language")
    expect((await refusalOf(crm.create({ name: "A", notes: "x".repeat(1_000_000) }))).status).toBe(413)
    expect((await crm.list()).count).toBe(0)
  })

  it("C2: finds by name, e-mail or phone, and filters with counts that combine", async () => {
    await crm.create({
      name: "Zoë Müller",
      email: "zoe@mueller.example",
      phone: "+41 44 668 18 00",
      temperature: "hot",
    })
    await crm.create({ name: "Acme", status: "current", temperature: "hot" })
    await crm.create({ name: "Beta", temperature: "warm" })
    for (const q of ["zoe muller", "MUELLER.ex", "044 668", "0446681800", "+41446681800", "0041446681800", "668 18"]) {
      expect([q, await crm.names(`q=${encodeURIComponent(q)}`)]).toEqual([q, ["Zoë Müller"]])
    }
    expect(await crm.list("temperature=hot&status=potential")).toMatchObject({
      count: 1,
      facets: { status: { current: 1, potential: 1 }, temperature: { hot: 1, warm: 1, cold: 0, not_interested: 0 } },
    })
    expect(await crm.names("temperature[]=hot&temperature[]=warm")).toEqual(["Acme", "Beta", "Zoë Müller"])
  })

  it("C7: a change of temperature is kept; of two saves on one version, the second is refused by name", async () => {
    const { id, version } = await crm.create({ name: "Acme" })
    const hot = await crm.change(id, { temperature: "hot", version })
    expect(hot.temperature_history).toMatchObject([{ to: "cold" }, { from: "cold", to: "hot" }])
    expect(hot.events[0]).toMatchObject({ type: "changed", fields: ["temperature"] })
    const { message } = await refusalOf(crm.change(id, { city: "Bern", version }))
    expect(message).toContain("version: 1 is old: temperature changed since")
    const two = await Promise.allSettled(["Bern", "Thun"].map((city) => crm.change(id, { city, version: hot.version })))
    expect(two.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await crm.change(id, { phone: null, discount_percent: 7.5 })).discount_percent).toBe("7.5")
  })

  it("C7: leads that nobody touched are stale, those who are not interested are none", async () => {
    const ids = await Promise.all(
      [{}, { temperature: "not_interested" }, { status: "current" }, {}].map(async (fields, place) => {
        const { id } = await crm.create({ name: `Lead ${place}`, ...fields })
        return id
      }),
    )
    await store
      .knex()("customers_profile")
      .whereIn("id", ids.slice(0, 3))
      .update({ touched_at: new Date(Date.now() - 40 * 24 * 3600 * 1000) })
    expect(await crm.names("stale=true")).toEqual(["Lead 0"])
    expect((await crm.list()).profiles.filter(({ is_stale }) => is_stale).map(({ name }) => name)).toEqual(["Lead 0"])
    const { id } = await crm.note(ids[0] ?? "", { text: "Called", follow_up_on: "2026-01-01" })
    expect(await crm.names("stale=true")).toEqual([])
    await store
      .knex()("customers_profile")
      .where({ id: ids[0] })
      .update({ touched_at: new Date(Date.now() - 40 * 24 * 3600 * 1000) })
    await Promise.all([1, 2].map(() => crm.post(`notes/${id}/follow-up`)))
    expect(await crm.names("stale=true")).toEqual([])
    const followed = (await crm.profile(ids[0] ?? "")).events.filter(({ type }) => type === "followed_up")
    expect(followed).toHaveLength(1)
  })

  describe("a customer of Medusa's", () => {
    it("gets a profile when they appear, a lead with their e-mail becomes them; twice is once", async () => {
      const lead = await crm.create({ name: "Acme", email: "A@acme.example", notes: "Fair" })
      const customerId = await appear({ email: "a@acme.example", first_name: "Ann" })
      expect(await profileOf(customerId)).toMatchObject({ id: lead.id, customers: [{ id: customerId, is_main: true }] })
      const other = await appear({ email: "b@beta.example", company_name: "Beta AG", first_name: "Ben" })
      expect(await profileOf(other)).toMatchObject({ name: "Beta AG", contact_person: "Ben", email: "b@beta.example" })
      const editing = { at: new Date().toISOString(), as_of: "2026-03-01" as const, by: null }
      const alone = await store.container().resolve(Modules.CUSTOMER).createCustomers({ email: "c@test.example" })
      const ids = await Promise.all([1, 2, 3].map(() => adoptCustomer(store.container(), alone.id, editing)))
      expect(new Set(ids).size).toBe(1)
      expect((await crm.list()).count).toBe(3)
    })

    it("who has bought as a guest is the same one with an account, which orders are made for; another account is another", async () => {
      const guest = await appear({ email: "a@acme.example" })
      const { customer } = await createCustomer(store.container(), { email: "a@acme.example", ...world })
      await store.settled()
      const profile = await profileOf(guest)
      expect(profile?.customers).toMatchObject([
        { id: customer.id, has_account: true, is_main: true },
        { id: guest, has_account: false, is_main: false },
      ])
      // The address is free again, and somebody else takes it.
      const customers = store.container().resolve(Modules.CUSTOMER)
      await customers.updateCustomers(customer.id, { email: "new@acme.example" })
      const other = await customers.createCustomers({ email: "a@acme.example", has_account: true })
      const editing = { at: new Date().toISOString(), as_of: "2026-03-01" as const, by: null }
      expect(await adoptCustomer(store.container(), other.id, editing)).not.toBe(profile?.id)
    })

    it("with the e-mail of a lead that has a discount is linked by an admin alone: anybody can type an e-mail", async () => {
      const lead = await crm.create({ name: "Acme", email: "a@acme.example", discount_percent: "15" })
      const customerId = await appear({ email: "a@acme.example" })
      expect((await profileOf(customerId))?.id).not.toBe(lead.id)
      const { message } = await refusalOf(crm.post(`profiles/${lead.id}/customers`, { customer_id: customerId }))
      expect(message).toBe("customer_id: has a profile already")
      const alone = await store.container().resolve(Modules.CUSTOMER).createCustomers({ email: "c@test.example" })
      const linked = await crm.post(`profiles/${lead.id}/customers`, { customer_id: alone.id })
      expect(linked.profile.customers).toMatchObject([{ id: alone.id, email: "c@test.example" }])
      expect((await crm.get(`customers/${alone.id}`)).profile.id).toBe(lead.id)
    })

    it("C20: who registers with the e-mail of a lead that has a quick-order link does not see what is ordered by it", async () => {
      const lead = await crm.create({ name: "Acme", email: "a@acme.example" })
      await giveLink(store, lead.id)
      const guest = await appear({ email: "a@acme.example" })
      expect((await profileOf(guest))?.id).toBe(lead.id)
      const { customer } = await createCustomer(store.container(), { email: "a@acme.example", ...world })
      await store.settled()
      expect((await profileOf(customer.id))?.id).not.toBe(lead.id)
      expect((await crm.profile(lead.id)).customers).toMatchObject([{ id: guest, is_main: true }])
    })

    it("of two log-ins that two admins link to one profile at once, one is refused", async () => {
      const { id } = await crm.create({ name: "Acme" })
      const accounts = await store
        .container()
        .resolve(Modules.CUSTOMER)
        .createCustomers(["a", "b"].map((name) => ({ email: `${name}@acme.example`, has_account: true })))
      const linked = await Promise.allSettled(
        accounts.map((account) => crm.post(`profiles/${id}/customers`, { customer_id: account.id })),
      )
      expect(linked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      expect((await crm.profile(id)).customers).toHaveLength(1)
    })

    it("who was there before, or whose event was lost, is found by the sweep; one that is refused holds up no other", async () => {
      const customers = store.container().resolve(Modules.CUSTOMER)
      const { id: refused } = await customers.createCustomers({ email: "bad@test.example", last_name: "Bad" })
      const { id } = await customers.createCustomers({ email: "old@test.example", last_name: "Old" })
      const cure = await refuseRows(store.knex(), {
        table: "customers_customer",
        condition: `new.customer_id = '${refused}'`,
      })
      const as_of = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
      const editing = { at: new Date().toISOString(), as_of, by: null }
      await sweepCustomers(store.container(), editing, new Date(Date.now() + 3600_000)).finally(cure)
      expect(await profileOf(id)).toMatchObject({ name: "Old", events: [{ is_system: true }, { is_system: true }] })
      expect(await profileOfCustomer(store.knex(), refused)).toBeNull()
    })

    it("that is deleted leaves the profile as it is", async () => {
      const customerId = await appear({ email: "a@acme.example" })
      const before = await profileOf(customerId)
      await deleteCustomersWorkflow(store.container()).run({ input: { ids: [customerId] } })
      await store.settled()
      expect(await crm.profile(before?.id ?? "")).toMatchObject({ name: "a@acme.example", customers: [] })
    })
  })

  it("C7: the first order makes a potential customer current, once; an admin's word stays", async () => {
    const { customerId, before } = await buy("clara@test.example")
    expect(before).toMatchObject({ status: "potential" })
    const after = await profileOf(customerId)
    expect(after).toMatchObject({ status: "current", events: [{ type: "became_current", is_system: true }, {}, {}] })
    await crm.change(after?.id ?? "", { status: "potential" })
    await store.settled()
    expect(await profileOf(customerId)).toMatchObject({ status: "potential" })
  })

  it("C7: by the setting, the payment makes them current, or nothing does", async () => {
    const { options } = store.container().resolve<CoreModuleService>(CORE_MODULE)
    const { currentAfter } = options.customers
    try {
      options.customers.currentAfter = "never"
      const { customerId, orderId, before } = await buy("never@test.example")
      const after = await profileOf(customerId)
      expect(after).toMatchObject({ status: "potential" })
      // Who has ordered was not left.
      expect(String(after?.touched_at) > String(before?.touched_at)).toBe(true)
      options.customers.currentAfter = "payment"
      for (const [kind, status] of [
        ["placed", "potential"],
        ["paid", "current"],
      ] as const) {
        const change = { order_id: orderId, kind, source_id: orderId, by_event: true }
        expect(await customersOrders.concerns?.(store.container(), [change], kind)).toEqual(new Set([orderId]))
        await customersOrders.handle(store.container(), change, { now: new Date(), today: async () => "2026-03-01" })
        expect(await profileOf(customerId)).toMatchObject({ status })
      }
    } finally {
      options.customers.currentAfter = currentAfter
    }
  })

  it("C2: each user keeps their own filters, one for a name", async () => {
    await crm.post("filters", { name: "Hot", query: { temperature: ["hot"] } })
    const { filter } = await crm.post("filters", { name: "Hot", query: { temperature: ["hot", "warm"], stale: true } })
    expect((await crm.get("filters")).filters).toEqual([
      {
        id: filter.id,
        name: "Hot",
        query: { q: "", status: [], temperature: ["hot", "warm"], stale: true },
      },
    ])
    await store.knex()("customers_saved_filter").update({ user_id: "user_other" })
    expect((await crm.get("filters")).filters).toEqual([])
    expect((await refusalOf(crm.delete(`filters/${filter.id}`))).status).toBe(404)
  })
})
