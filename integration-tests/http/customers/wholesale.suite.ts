import { Modules } from "@medusajs/framework/utils"
import { profileOfCustomer } from "../../../src/modules/customers"
import { adoptCustomer } from "../../../src/workflows/customers/profiles/adopt-customer"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { CrmClient } from "../../support/crm-client"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const customerWholesaleSuite = storeSuite(__filename, (store) => {
  let world: World
  const crm = new CrmClient(store, () => world.adminHeaders)

  beforeAll(async () => {
    world = await createWorld(store)
  })

  const customers = () => store.container().resolve(Modules.CUSTOMER)
  /** All texts that the plugin and Medusa's customers and open carts have stored. */
  const everything = async (): Promise<string> => {
    const tables = ["profile", "customer", "note", "note_revision", "temperature_change", "import", "saved_filter"]
    const all = [...tables.map((name) => `customers_${name}`), "customer", "customer_address", "provider_identity"]
    const more = ["service_core_timeline_entry", "service_core_order_task", "cart", "cart_address"]
    const rows = await Promise.all(
      [...all, ...more].map((table) => store.knex().raw(`select t::text as text from ?? t order by 1`, [table])),
    )
    return JSON.stringify(rows.map((one) => one.rows))
  }

  describe("C9: import and export", () => {
    const FILE = "﻿Name;E-Mail;Telefon;phone;Remise;Notes\r\n".replace("Telefon;", "")
    const rows = ["Müller AG;info@mueller.example;044 668 18 00;12,5;Met at the fair", "Beta;;;;"]
    const file = FILE + rows.join("\r\n")

    it("a dry run says what would be done and writes nothing; twice is once", async () => {
      const before = await everything()
      expect(await crm.import(file, { dry_run: true })).toMatchObject({
        is_written: false,
        created_count: 2,
        problem_count: 0,
        rows: [
          { row: 2, kind: "create", name: "Müller AG" },
          { row: 3, kind: "create", name: "Beta" },
        ],
      })
      expect(await everything()).toBe(before)
      expect(await crm.import(file)).toMatchObject({ is_written: true, created_count: 2 })
      // The same request again says what it did; the same file as another import changes nothing.
      expect(await crm.import(file)).toMatchObject({ created_count: 2 })
      expect(await crm.import(file, { key: "an-import-2" })).toMatchObject({ created_count: 0, unchanged_count: 2 })
      const { profiles } = await crm.list("q=m%C3%BCller")
      expect(profiles).toMatchObject([{ phone_e164: "+41446681800", discount_percent: "12.5" }])
      expect((await crm.profile(profiles[0]?.id ?? "")).events).toMatchObject([{ type: "imported" }])
    })

    it("Windows-1252 is read, and one wrong row leaves all as it was, named by row and field", async () => {
      expect(await crm.import(Buffer.from("name\nZürich AG", "latin1"))).toMatchObject({ created_count: 1 })
      expect(await crm.names("q=zurich")).toEqual(["Zürich AG"])
      const before = await everything()
      const wrong = "name,email,discount_percent\nA,a@x.example,5\nB,b,101\n,c@x.example,1"
      expect(await crm.import(wrong, { dry_run: true, key: "an-import-2" })).toMatchObject({
        problem_count: 3,
        problems: [
          { row: 3, field: "email" },
          { row: 3, field: "discount_percent", reason: "must not be more than 100" },
          { row: 4, field: "name", reason: "is required" },
        ],
      })
      const { status, message } = await refusalOf(crm.import(wrong, { key: "an-import-2" }))
      expect([status, message]).toEqual([400, expect.stringContaining("row 3, discount_percent: must not be more")])
      expect(
        (await refusalOf(crm.post("imports", { file_name: "a", content: "%", dry_run: true, key: "12345678" })))
          .message,
      ).toContain("content: must be the file's bytes in base64")
      expect(await everything()).toBe(before)
    })

    it("CR5: an export runs no formula, is filtered, and read again changes nothing", async () => {
      await crm.create({ name: "=SUM(A1)", phone: "+41 44 668 18 00", temperature: "hot", notes: "@cmd" })
      await crm.create({ name: "Beta", discount_percent: "5" })
      const file = await crm.export()
      expect(file).toContain("'=SUM(A1)")
      expect(file).toContain("'@cmd")
      expect(file.trim().split("\r\n")).toHaveLength(3)
      expect(await crm.import(file)).toMatchObject({ created_count: 0, updated_count: 0, unchanged_count: 2 })
      const hot = await crm.export("temperature=hot")
      expect([hot.includes("SUM"), hot.includes("Beta")]).toEqual([true, false])
    })
  })

  describe("C9: merging", () => {
    it("CR2: shows what moves, loses nothing, and the time line says what the other one had", async () => {
      const winner = await crm.create({ name: "Acme AG", email: "a@acme.example", notes: "One" })
      const loser = await crm.create({ name: "Acme", email: "A@acme.example", city: "Bern", status: "current" })
      const note = await crm.note(loser.id, { text: "Two", priority: "high", follow_up_on: "2020-01-01" })
      const { groups } = await crm.get("duplicates")
      expect(groups).toMatchObject([{ profiles: [{ id: winner.id }, { id: loser.id }] }])
      const { merge } = await crm.get(`profiles/${winner.id}/merge?loser_id=${loser.id}`)
      expect(merge).toMatchObject({
        filled: [{ field: "city", value: "Bern" }],
        moves: { notes: 1, follow_ups: 1, temperature_changes: 1, time_line_entries: 2 },
        log_in_stays: null,
      })
      expect(merge.differing).toContainEqual({ field: "name", kept: "Acme AG", noted: "Acme" })
      const versions = { winner_version: merge.winner.version, loser_version: merge.loser.version }
      await crm.change(loser.id, { province: "BE", email: "b@acme.example" })
      const { events: said } = await crm.profile(loser.id)
      const { message } = await refusalOf(crm.post(`profiles/${winner.id}/merge`, { loser_id: loser.id, ...versions }))
      expect(message).toContain("Somebody else changed it")
      const two = await Promise.allSettled(
        [1, 2].map(() => crm.post(`profiles/${winner.id}/merge`, { loser_id: loser.id })),
      )
      expect(two.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
      const after = await crm.profile(winner.id)
      expect(after).toMatchObject({ name: "Acme AG", city: "Bern", province: "BE", status: "current" })
      expect(said.map(({ type }) => type)).toEqual(["changed", "note_written", "created"])
      // Each as it was, with its date and author.
      expect(after.events).toEqual(expect.arrayContaining(said))
      expect(after.events[0]?.noted).toContainEqual({ field: "name", value: "Acme" })
      const moved = (await crm.notes(winner.id)).find(({ id }) => id === note.id)
      expect(moved).toMatchObject({ created_at: note.created_at, author_name: note.author_name, text: "Two" })
      expect((await refusalOf(crm.profile(loser.id))).status).toBe(404)
      // By what the other was found by it is found from now on, also when it is edited again; the other's file makes nobody anew.
      await crm.change(winner.id, { city: "Thun" })
      expect(await crm.names("q=b@acme")).toEqual(["Acme AG"])
      const file = `id,name,email\n${loser.id},Acme,b@acme.example\n,Acme,B@acme.example`
      expect(await crm.import(file, { dry_run: true })).toMatchObject({
        problems: [{ row: 3, reason: "is the customer of row 2, too" }],
      })
      const guest = await customers().createCustomers({ email: "b@acme.example" })
      const editing = { at: new Date().toISOString(), as_of: "2026-03-01" as const, by: null }
      expect(await adoptCustomer(store.container(), guest.id, editing)).toBe(winner.id)
    })

    it("two who can log in are refused, and nobody is merged with themselves", async () => {
      const [a, b] = await Promise.all(
        ["a@x.example", "b@x.example"].map((email) => createCustomer(store.container(), { email, ...world })),
      )
      await store.settled()
      const ids = await Promise.all([a, b].map((one) => profileOfCustomer(store.knex(), one?.customer.id ?? "")))
      const merge = (winner: string | null | undefined, loser: string | null | undefined) =>
        refusalOf(crm.post(`profiles/${winner}/merge`, { loser_id: loser }))
      expect((await merge(ids[0], ids[1])).message).toContain("loser_id: has a log-in of its own")
      expect((await merge(ids[0], ids[0])).message).toContain("loser_id: is the customer that it is")
      // One that Medusa has no more is not the one that orders are made for.
      const guests = await customers().createCustomers([{ email: "c@x.example" }, { email: "d@x.example" }])
      const profiles = await Promise.all(["C", "D"].map((name) => crm.create({ name })))
      for (const [place, { id }] of profiles.entries()) {
        await crm.post(`profiles/${id}/customers`, { customer_id: guests[place]?.id })
      }
      await customers().softDeleteCustomers([guests[0]?.id ?? ""])
      const merged = await crm.post(`profiles/${profiles[0]?.id}/merge`, { loser_id: profiles[1]?.id })
      expect(merged.profile.customers).toMatchObject([{ id: guests[1]?.id, is_main: true }])
    })
  })

  describe("C9: personal data", () => {
    it("is handed out whole, and erased to the last word, Medusa's customer and log-in, too", async () => {
      const { customer } = await createCustomer(store.container(), { email: "clara@secret.example", ...world })
      await store.settled()
      await customers().createCustomerAddresses({ customer_id: customer.id, address_1: "Secretstreet 1" })
      const id = (await profileOfCustomer(store.knex(), customer.id)) ?? ""
      await crm.change(id, { name: "Secret AG", phone: "+41 44 668 18 00", city: "Secretville" })
      const note = await crm.note(id, { text: "Secret words" })
      await crm.post(`notes/${note.id}`, { text: "Other secret" })
      const twin = await crm.create({ name: "Secret Twin", email: "twin@secret.example" })
      await crm.post(`profiles/${id}/merge`, { loser_id: twin.id })
      await store.api.post(
        "/store/carts",
        { region_id: world.regions.eur.id, email: "clara@secret.example" },
        { headers: (await createCustomer(store.container(), { email: "other@x.example", ...world })).headers },
      )
      await store.knex()("cart").update({ customer_id: customer.id, email: "clara@secret.example" })
      const data = JSON.stringify(await crm.get(`profiles/${id}/personal-data`))
      for (const part of ["Secret AG", "Secret words", "Other secret", "Secretstreet 1", "Secret Twin"]) {
        expect(data).toContain(part)
      }
      expect((await refusalOf(crm.post(`profiles/${id}/erase`, { name: "Secret" }))).message).toContain("name: is not")
      const answer = await crm.post(`profiles/${id}/erase`, { name: "Secret AG" })
      expect(answer).toMatchObject({ deleted: true, keep_invoices_years: 10 })
      await store.settled()
      expect(await everything()).not.toMatch(/secret|6681800/i)
      expect((await refusalOf(crm.post(`profiles/${id}/erase`, { name: "Secret AG" }))).status).toBe(404)
    })

    it("is not erased while a subscription runs: nothing is touched", async () => {
      const { headers, customer } = await createCustomer(store.container(), { email: "clara@x.example", ...world })
      const { variants } = await createOfferedProduct(store.container(), {
        title: "Hosting",
        salesChannelId: world.salesChannelId,
        cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
      })
      await placeOrder(store, world, { headers, items: [{ variant_id: variants.Monthly ?? "", quantity: 1 }] })
      const id = (await profileOfCustomer(store.knex(), customer.id)) ?? ""
      const { name } = await crm.profile(id)
      const before = await everything()
      const { message } = await refusalOf(crm.post(`profiles/${id}/erase`, { name }))
      expect(message).toContain("1 subscription runs for customer")
      expect(await everything()).toBe(before)
    })
  })
})
