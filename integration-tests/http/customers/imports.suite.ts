import { newId } from "../../../src/modules/core"
import {
  CUSTOMERS_MODULE,
  deleteNote,
  planImport,
  updateNote,
  writeImport,
  type CustomersModuleService,
} from "../../../src/modules/customers"
import { readCustomers } from "../../../src/rules/customers"
import { giveProfile } from "../../support/give-profile"
import { storeSuite } from "../../support/store-suite"
import { until } from "../../support/until"

const context = { asOf: "2026-03-01", country: "ch", currencies: null }
const editor = { at: new Date("2026-03-09T10:00:00Z"), by: "user_1" }

function rowsOf(text: string) {
  const read = readCustomers(new TextEncoder().encode(text))
  if (!read.ok) {
    throw new Error(JSON.stringify(read.problems))
  }
  return read.rows
}

export const customerImportsSuite = storeSuite(__filename, (store) => {
  const FILE = [
    "name;email;phone;city;notes",
    "Acme;a@x.ch;;Bern;First",
    "Beta;;044 668 18 00;Thun;",
    "Gamma;;;Biel;Third",
    "***;;;;",
  ].join("\n")
  const run = (text: string, id = newId("cimp")) =>
    writeImport(
      store.knex(),
      { id, fileName: "customers.csv", sha256: "a".repeat(64), rows: rowsOf(text) },
      { context, editor },
    )
  const counts = (created_count: number, updated_count: number, unchanged_count: number) => ({
    ok: true,
    counts: { created_count, updated_count, unchanged_count },
  })
  const everything = async () => {
    const tables = ["profile", "note", "temperature_change", "import"]
    return JSON.stringify(
      await Promise.all(tables.map((table) => store.knex()(`customers_${table}`).select("*").orderBy("id"))),
    )
  }

  it("C9: twice is once, in two processes, too", async () => {
    const twice = await Promise.all([run(FILE), run(FILE)])
    expect(twice).toEqual(expect.arrayContaining([counts(4, 0, 0), counts(0, 0, 4)]))
    expect(await run(FILE)).toEqual(counts(0, 0, 4))
    expect(await store.knex()("customers_note").pluck("text")).toEqual(expect.arrayContaining(["First", "Third"]))
    expect(await store.knex()("customers_note").count()).toEqual([{ count: "2" }])
  })

  it("an import that was written is not written again, and says what it did", async () => {
    expect(await run(FILE, "cimp_1")).toEqual(counts(4, 0, 0))
    expect(await run(FILE, "cimp_1")).toEqual(counts(4, 0, 0))
    expect(await store.knex()("customers_import").count()).toEqual([{ count: "1" }])
  })

  it("CR3: a deleted twin does not block, and a note that was deleted or edited does not come back", async () => {
    const room = store.container().resolve<CustomersModuleService>(CUSTOMERS_MODULE)
    const twin = await giveProfile(room, { name: "Acme", email: "a@x.ch" })
    await store.knex()("customers_profile").where({ id: twin }).update({ deleted_at: editor.at })
    expect(await run(FILE)).toEqual(counts(4, 0, 0))
    const note = await store.knex()("customers_note").where({ text: "First" }).first<{ id: string }>("id")
    await deleteNote(store.knex(), note.id, editor.at)
    const third = await store.knex()("customers_note").where({ text: "Third" }).first<{ id: string }>("id")
    const after = { text: "Third, called", priority: "none", follow_up_on: null } as const
    await updateNote(store.knex(), { id: third.id, after, expected: 1 }, editor)
    expect(await run(FILE)).toEqual(counts(0, 0, 4))
  })

  it("C9: who was changed while a file is imported is named, and nothing of it is written", async () => {
    await run(FILE)
    const before = await everything()
    const other = await store.knex().transaction()
    await other("customers_profile").where({ name: "Acme" }).update({ version: 7 })
    const running = run("name;email;city\nNew;n@x.ch;Biel\nAcme;a@x.ch;Thun")
    await until("the import to wait for the other one", async () => {
      const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      return (await store.knex().raw(waiting)).rows.length > 0
    })
    await other.commit()
    expect(await running).toEqual({
      ok: false,
      problems: [{ row: 3, field: "row", reason: "was changed while the file was imported: import it again" }],
    })
    await store.knex()("customers_profile").where({ name: "Acme" }).update({ version: 1 })
    expect(await everything()).toBe(before)
  })

  it("C9: of two that were merged since, the file makes none anew", async () => {
    await run(FILE)
    const [acme, beta] = await Promise.all(
      ["Acme", "Beta"].map((name) => store.knex()("customers_profile").where({ name }).first<{ id: string }>("id")),
    )
    await store
      .knex()("customers_profile")
      .where({ id: beta?.id })
      .update({ merged_into_id: acme?.id, deleted_at: editor.at })
    expect(await run(FILE)).toEqual(counts(0, 0, 4))
    expect(await run("name;phone;city\nBeta;0446681800;Biel")).toEqual(counts(0, 1, 0))
    expect(await store.knex()("customers_profile").where({ city: "Biel", name: "Acme" }).pluck("id")).toEqual([
      acme?.id,
    ])
  })

  it("C9: a dry run says what would be done, and a file with one wrong row writes nothing", async () => {
    await run(FILE)
    const before = await everything()
    const update = 'name,email,discount_percent\nAcme AG,A@X.ch,"12,5"'
    const plan = await planImport(store.knex(), rowsOf(update), context)
    expect(plan).toMatchObject({ ok: true, rows: [{ kind: "update", fields: { name: "Acme AG", city: "Bern" } }] })
    const lines = Array.from({ length: 2_000 }, (_one, place) => `Name ${place},n${place}@x.ch,5`)
    expect(await run(["name,email,discount_percent", ...lines, "Last,l@x.ch,101"].join("\n"))).toEqual({
      ok: false,
      problems: [{ row: 2002, field: "discount_percent", reason: "must not be more than 100" }],
    })
    expect(await everything()).toBe(before)
    expect(await run(update)).toEqual(counts(0, 1, 0))
    expect(await run(["name,email,discount_percent", ...lines].join("\n"))).toEqual(counts(2_000, 0, 0))
  })
})
