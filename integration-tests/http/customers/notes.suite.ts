import { addDays } from "../../../src/rules/calendar"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { createWorld, type World } from "../../support/create-world"
import { CrmClient } from "../../support/crm-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const customerNotesSuite = storeSuite(__filename, (store) => {
  let world: World
  let profileId: string
  const crm = new CrmClient(store, () => world.adminHeaders)

  beforeAll(async () => {
    world = await createWorld(store)
    profileId = (await crm.create({ name: "Acme" })).id
  })

  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()

  it("C5: notes are sorted by priority, then the newest first, then the latest id", async () => {
    const write = async (priority: string, day: number) => {
      const { id } = await crm.note(profileId, { text: `${priority} ${day} Mar`, priority })
      await store
        .knex()("customers_note")
        .where({ id })
        .update({ created_at: new Date(Date.UTC(2026, 2, day)) })
    }
    await write("none", 3)
    await write("high", 1)
    await write("medium", 4)
    await write("high", 2)
    expect((await crm.notes(profileId)).map(({ text }) => text)).toEqual([
      "high 2 Mar",
      "high 1 Mar",
      "medium 4 Mar",
      "none 3 Mar",
    ])
    // C1: by date, whatever the priority.
    expect((await crm.list()).profiles[0]).toMatchObject({ note_preview: "medium 4 Mar" })
  })

  it("C5: an edited note keeps what it said, and of two edits of one version, one is refused", async () => {
    const note = await crm.note(profileId, { text: "Call <script>alert(1)</script>", priority: "medium" })
    expect(note).toMatchObject({ text: "Call <script>alert(1)</script>", author_name: "Ada Admin", version: 1 })
    const { note: changed } = await crm.post(`notes/${note.id}`, { text: "Called", priority: "none", version: 1 })
    expect(changed).toMatchObject({ text: "Called", priority: "none", version: 2 })
    expect((await crm.get(`notes/${note.id}/revisions`)).revisions).toMatchObject([
      { version: 1, text: "Call <script>alert(1)</script>", priority: "medium", editor_name: "Ada Admin" },
    ])
    const { message } = await refusalOf(crm.post(`notes/${note.id}`, { text: "Other", version: 1 }))
    expect(message).toContain("version: 1 is old: priority, text changed since")
    await crm.delete(`notes/${note.id}`)
    expect(await crm.notes(profileId)).toEqual([])
    expect((await refusalOf(crm.delete(`notes/${note.id}`))).status).toBe(404)
    const { events } = await crm.profile(profileId)
    expect(events.map(({ type }) => type)).toEqual(["note_deleted", "note_changed", "note_written", "created"])
  })

  it("C5: the same key is one note; text of nothing, of too much, and a day that is none are refused", async () => {
    const twice = await Promise.all([1, 2].map(() => crm.note(profileId, { text: "Once", key: "the-same-key" })))
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1)
    expect(await crm.notes(profileId)).toHaveLength(1)
    for (const [body, reason] of [
      [{ text: "  " }, "text: is required"],
      [{ text: "x".repeat(10_001) }, "text: takes at most 10000 signs"],
      [{ text: "A", follow_up_on: "2026-02-31" }, "follow_up_on: must be a date"],
    ] as const) {
      expect((await refusalOf(crm.note(profileId, body))).message).toContain(reason)
    }
    expect((await refusalOf(crm.note(profileId, { text: "x".repeat(1_000_000) }))).status).toBe(413)
    expect((await refusalOf(crm.note("cprof_none", { text: "A" }))).status).toBe(404)
  })

  it("C8: what is due by today is listed, until it is done; C6: not of those who are not interested", async () => {
    const due = await crm.note(profileId, { text: "Today", follow_up_on: await today() })
    await crm.note(profileId, { text: "Tomorrow", follow_up_on: addDays(await today(), 1) })
    const other = await crm.create({ name: "Beta", temperature: "not_interested" })
    await crm.note(other.id, { text: "Never mind", follow_up_on: await today() })
    const list = async () => (await crm.get("follow-ups")).follow_ups.map(({ text }: { text: string }) => text)
    expect(await list()).toEqual(["Today"])
    await crm.post(`notes/${due.id}/follow-up`)
    const { note } = await crm.post(`notes/${due.id}/follow-up`)
    expect(note.followed_up_at).not.toBeNull()
    expect(await list()).toEqual([])
    // Another date is to be followed up again.
    await crm.post(`notes/${due.id}`, { follow_up_on: addDays(await today(), -1) })
    expect(await list()).toEqual(["Today"])
    expect((await crm.profile(profileId)).events.filter(({ type }) => type === "followed_up")).toHaveLength(1)
  })
})
