import { newId } from "../../../src/modules/core"
import {
  createLink,
  createNote,
  CUSTOMERS_MODULE,
  deleteNote,
  duplicateKeys,
  findLinkByToken,
  finishFollowUp,
  linkCustomer,
  linksOfProfile,
  linkTokenHash,
  listFollowUps,
  listProfiles,
  makeCurrent,
  mergedIds,
  mergeFacts,
  mergeProfiles,
  newLinkToken,
  noteRevisions,
  readNotes,
  readProfiles,
  recordLinkUse,
  revokeLink,
  temperatureHistory,
  termsOfCustomer,
  updateNote,
  updateProfile,
  type CustomersModuleService,
} from "../../../src/modules/customers"
import { findDuplicates, openLink, sortNotes, type NotePriority } from "../../../src/rules/customers"
import { giveProfile, profileFields } from "../../support/give-profile"
import { storeSuite } from "../../support/store-suite"

const day = (date: number): Date => new Date(Date.UTC(2026, 2, date))
const editor = { at: day(9), by: "user_1" }

export const customersDataSuite = storeSuite(__filename, (store) => {
  const room = () => store.container().resolve<CustomersModuleService>(CUSTOMERS_MODULE)
  const give = (body: Parameters<typeof giveProfile>[1]) => giveProfile(room(), body)
  const note = async (profileId: string, date: number, priority: NotePriority, follow_up_on: string | null = null) => {
    const fields = { text: `${priority} ${date}`, priority, follow_up_on }
    return createNote(store.knex(), { id: newId("cnote"), profileId, fields }, { at: day(date), by: "user_1" })
  }
  const profileOf = async (id: string) => {
    const [profile] = await readProfiles(store.knex(), [id])
    if (!profile) {
      throw new Error(`${id} is not there`)
    }
    return profile
  }

  describe("constraints and triggers of the database", () => {
    const put = (table: string, row: object) => store.knex()(`customers_${table}`).insert(row)
    const profile = { id: "q", name: "n", touched_at: day(1) }
    const aNote = { id: "n", profile_id: "p", text: "t" }
    const change = { id: "t", profile_id: "p", from_temperature: "hot", to_temperature: "cold", changed_at: day(1) }
    const imported = {
      id: "i",
      file_name: "f",
      sha256: "a".repeat(64),
      created_count: 0,
      updated_count: 0,
      unchanged_count: 0,
    }
    const link = { id: "l", profile_id: "p", token_hash: "a".repeat(64), expires_at: day(9) }

    beforeEach(async () => {
      await put("profile", { id: "p", name: "n", touched_at: day(1) })
    })

    it.each<[string, string, object, string]>([
      ["a profile without a name", "profile", { ...profile, name: " " }, "customers_profile_name_check"],
      ["an unknown status", "profile", { ...profile, status: "x" }, "customers_profile_status_check"],
      ["an unknown temperature", "profile", { ...profile, temperature: "x" }, "customers_profile_temperature_check"],
      ["101 %", "profile", { ...profile, discount_percent: "101" }, "customers_profile_discount_check"],
      ["three decimals", "profile", { ...profile, discount_percent: "1.234" }, "customers_profile_discount_check"],
      ["a negative discount", "profile", { ...profile, discount_percent: "-1" }, "customers_profile_discount_check"],
      ["a country in words", "profile", { ...profile, country_code: "Suisse" }, "customers_profile_country_check"],
      ["a currency in capitals", "profile", { ...profile, currency_code: "CHF" }, "customers_profile_currency_check"],
      ["an unknown language", "profile", { ...profile, language: "xx" }, "customers_profile_language_check"],
      ["an e-mail without its key", "profile", { ...profile, email: "a@x.ch" }, "customers_profile_email_check"],
      ["E.164 without a phone", "profile", { ...profile, phone_e164: "+411" }, "customers_profile_phone_check"],
      [
        "a checked number without its date",
        "profile",
        { ...profile, vat_state: "valid" },
        "customers_profile_vat_check",
      ],
      [
        "a merged profile that is not deleted",
        "profile",
        { ...profile, merged_into_id: "p" },
        "customers_profile_merged_check",
      ],
      ["an empty note", "note", { ...aNote, text: " " }, "customers_note_text_check"],
      ["a note of 1 MB", "note", { ...aNote, text: "x".repeat(1_000_000) }, "customers_note_text_check"],
      ["an unknown priority", "note", { ...aNote, priority: "urgent" }, "customers_note_priority_check"],
      ["a follow-up on no date", "note", { ...aNote, follow_up_on: "soon" }, "customers_note_follow_up_check"],
      [
        "what was followed up without a date",
        "note",
        { ...aNote, followed_up_at: day(1) },
        "customers_note_follow_up_check",
      ],
      ["a note on nobody", "note", { ...aNote, profile_id: "x" }, "customers_note_profile_id_foreign"],
      [
        "a change to the same",
        "temperature_change",
        { ...change, to_temperature: "hot" },
        "customers_temperature_change_check",
      ],
      ["an import without its file's hash", "import", { ...imported, sha256: "" }, "customers_import_sha256_check"],
      ["an import of less than nothing", "import", { ...imported, created_count: -1 }, "customers_import_counts_check"],
      [
        "a token in place of its hash",
        "link",
        { ...link, token_hash: newLinkToken() },
        "customers_link_token_hash_check",
      ],
    ])("refuse %s", async (_what, table, row, constraint) => {
      await expect(put(table, row)).rejects.toMatchObject({ constraint })
    })

    it("C20: refuse a second live link, and the hash of another", async () => {
      await put("link", link)
      await expect(put("link", { ...link, id: "m" })).rejects.toMatchObject({
        constraint: "IDX_customers_link_token_hash",
      })
      const other = { ...link, id: "m", token_hash: "b".repeat(64) }
      await expect(put("link", other)).rejects.toMatchObject({ constraint: "IDX_customers_link_live" })
      await put("link", { ...other, revoked_at: day(2) })
    })

    it("refuse one Medusa customer on two profiles, and two main ones of one", async () => {
      await put("profile", profile)
      await put("customer", { id: "1", customer_id: "cus_1", profile_id: "p" })
      const again = { id: "2", customer_id: "cus_1", profile_id: "q" }
      await expect(put("customer", again)).rejects.toMatchObject({ constraint: "IDX_customers_customer_customer_id" })
      const second = { id: "2", customer_id: "cus_2", profile_id: "p" }
      await expect(put("customer", second)).rejects.toMatchObject({ constraint: "IDX_customers_customer_main" })
    })

    it("C5, C7, C20: histories never change", async () => {
      await put("note", aNote)
      await put("note_revision", { id: "r", note_id: "n", note_version: 1, text: "t", priority: "none" })
      await put("temperature_change", change)
      await put("link", link)
      await put("link_use", { id: "u", link_id: "l", form_key: "k", used_at: day(1) })
      const rewrite = (table: string, row: object) => store.knex()(`customers_${table}`).update(row)
      await expect(rewrite("note_revision", { text: "x" })).rejects.toThrow("never change")
      await expect(rewrite("temperature_change", { to_temperature: "warm" })).rejects.toThrow("never change")
      await expect(rewrite("link_use", { used_at: day(2) })).rejects.toThrow("never change")
    })
  })

  describe("a profile", () => {
    it("C7: of two saves of one version one is written, and a temperature is kept as history", async () => {
      const id = await give({ name: "Acme" })
      const { version, ...before } = await profileOf(id)
      const save = (body: Parameters<typeof profileFields>[0]) =>
        updateProfile(store.knex(), { id, before, after: profileFields(body, before), expected: version }, editor)
      const saved = await Promise.all([save({ temperature: "hot" }), save({ temperature: "warm" })])
      expect(saved.sort()).toEqual([false, true])
      const after = await profileOf(id)
      expect(after).toMatchObject({ version: 2, changed_in: { temperature: 2 }, touched_at: day(9) })
      expect(await temperatureHistory(store.knex(), id)).toMatchObject([
        { from: null, to: "cold" },
        { from: "cold", to: after.temperature, changedAt: day(9), changedBy: "user_1" },
      ])
    })

    it("a save that changes nothing raises no version, and one of a deleted profile is none", async () => {
      const id = await give({ name: "Acme" })
      const before = await profileOf(id)
      expect(await updateProfile(store.knex(), { id, before, after: before, expected: 1 }, editor)).toBe(true)
      expect((await profileOf(id)).version).toBe(1)
      await store
        .knex()("customers_profile")
        .where({ id })
        .update({ deleted_at: day(9) })
      const after = profileFields({ name: "Other" }, before)
      expect(await updateProfile(store.knex(), { id, before, after, expected: 1 }, editor)).toBe(false)
      expect(await store.knex()("customers_profile").where({ id }).first("version")).toEqual({ version: 1 })
    })

    it("C7: the first order makes its customer current, once", async () => {
      const id = await give({ name: "Acme", discount_percent: "15" })
      const twice = await Promise.all([1, 2].map(() => makeCurrent(store.knex(), id, day(9))))
      expect(twice.filter(Boolean)).toHaveLength(1)
      expect(await profileOf(id)).toMatchObject({ status: "current", version: 2, changed_in: { status: 2 } })
      expect(await makeCurrent(store.knex(), "cprof_none", day(9))).toBe(false)
    })

    it("D25: a Medusa customer belongs to one profile, whose percentage is theirs", async () => {
      const [a, b] = [await give({ name: "A", discount_percent: "12.50" }), await give({ name: "B" })]
      const linked = await Promise.all([a, a, b].map((id) => linkCustomer(store.knex(), id, "cus_1")))
      expect(linked.filter(Boolean).length).toBe(linked[2] ? 1 : 2)
      await Promise.all(["cus_2", "cus_3"].map((id) => linkCustomer(store.knex(), b, id)))
      const mains = await store.knex()("customers_customer").where({ profile_id: b, is_main: true })
      expect(mains).toHaveLength(1)
      const owner = linked[2] ? b : a
      const percent = linked[2] ? null : "12.5"
      expect(await termsOfCustomer(store.knex(), "cus_1")).toEqual({ profile_id: owner, discount_percent: percent })
      expect(await termsOfCustomer(store.knex(), "cus_nobody")).toBeNull()
    })
  })

  describe("notes", () => {
    it("C5, CR9: stand by priority, then newest first, as the rule has them", async () => {
      const id = await give({ name: "Acme" })
      const given = [
        [3, "none"],
        [1, "high"],
        [4, "medium"],
        [2, "high"],
        [2, "high"],
      ] as const
      for (const [date, priority] of given) {
        await note(id, date, priority)
      }
      const notes = await readNotes(store.knex(), id)
      expect(notes.map(({ text }) => text)).toEqual(["high 2", "high 2", "high 1", "medium 4", "none 3"])
      const sorted = sortNotes(notes.map((one) => ({ ...one, createdAt: one.created_at })))
      expect(sorted.map((one) => one.id)).toEqual(notes.map((one) => one.id))
      const { rows } = await listProfiles(store.knex(), { terms: [], limit: 10, offset: 0 })
      expect(rows.find((row) => row.id === id)?.note_preview).toBe("medium 4")
    })

    it("C5: an edit keeps what was said, and of two on one version one is written", async () => {
      const profileId = await give({ name: "Acme" })
      const id = (await note(profileId, 1, "high")) ?? ""
      const edit = (text: string, expected = 1) =>
        updateNote(store.knex(), { id, after: { text, priority: "none", follow_up_on: null }, expected }, editor)
      expect((await Promise.all([edit("a"), edit("b")])).sort()).toEqual([false, true])
      expect(await noteRevisions(store.knex(), id)).toMatchObject([
        { note_version: 1, text: "high 1", priority: "high", edited_by: "user_1" },
      ])
      expect([await deleteNote(store.knex(), id, day(9)), await deleteNote(store.knex(), id, day(9))]).toEqual([
        true,
        false,
      ])
      expect(await edit("c", 2)).toBe(false)
      expect(await readNotes(store.knex(), profileId)).toEqual([])
    })

    it("C6, C8: what is to be followed up by today, until it is done", async () => {
      const [a, b] = [await give({ name: "A" }), await give({ name: "B", temperature: "not_interested" })]
      await note(a, 1, "none", "2026-03-05")
      const high = (await note(a, 1, "high", "2026-03-05")) ?? ""
      await note(a, 1, "high", "2026-03-06")
      await note(a, 2, "none", "2026-03-04")
      await note(b, 1, "high", "2026-03-05")
      const due = () => listFollowUps(store.knex(), { asOf: "2026-03-05", limit: 10, offset: 0 })
      const { rows, count } = await due()
      expect([count, rows.map(({ text, follow_up_on }) => `${follow_up_on} ${text}`)]).toEqual([
        3,
        ["2026-03-04 none 2", "2026-03-05 high 1", "2026-03-05 none 1"],
      ])
      expect([
        await finishFollowUp(store.knex(), high, day(5)),
        await finishFollowUp(store.knex(), high, day(6)),
      ]).toEqual([true, false])
      expect((await profileOf(a)).touched_at).toEqual(day(5))
      expect(await store.knex()("customers_note").where({ id: high }).first("followed_up_at")).toEqual({
        followed_up_at: day(5),
      })
      expect((await due()).count).toBe(2)
    })

    it("are written on a profile that is there, once an id", async () => {
      const profileId = await give({ name: "Acme" })
      const one = {
        id: newId("cnote"),
        profileId,
        fields: { text: "t", priority: "none", follow_up_on: null } as const,
      }
      await Promise.all([createNote(store.knex(), one, editor), createNote(store.knex(), one, editor)])
      expect(await readNotes(store.knex(), profileId)).toHaveLength(1)
      expect(await createNote(store.knex(), { ...one, id: newId("cnote"), profileId: "cprof_x" }, editor)).toBeNull()
    })
  })

  describe("quick-order links", () => {
    const at = { at: day(1), by: "user_1" }
    const link = async (profileId: string): Promise<string> => {
      const token = newLinkToken()
      await createLink(
        store.knex(),
        { id: newId("clink"), profileId, tokenHash: linkTokenHash(token), expiresAt: day(10) },
        at,
      )
      return token
    }
    const open = async (token: string, date = 2) => openLink(await findLinkByToken(store.knex(), token), day(date)).kind

    it("C20: a new one kills the old, in two processes, too; an ended one is answered as one that never was", async () => {
      const profileId = await give({ name: "Acme" })
      const tokens = await Promise.all([link(profileId), link(profileId), link(profileId)])
      expect((await Promise.all(tokens.map((token) => open(token)))).sort()).toEqual(["closed", "closed", "open"])
      const last = await link(profileId)
      expect([await open(last), await open(last, 10), await open(newLinkToken()), await open("short")]).toEqual([
        "open",
        "closed",
        "closed",
        "closed",
      ])
      const id = (await findLinkByToken(store.knex(), last))?.id ?? ""
      expect(await revokeLink(store.knex(), id, day(2))).toBe(true)
      expect(await open(last)).toBe("closed")
    })

    it("C20, C24: a use counts once a form, and a link of nobody is none", async () => {
      const profileId = await give({ name: "Acme" })
      const { id = "" } = (await findLinkByToken(store.knex(), await link(profileId))) ?? {}
      const used = await Promise.all(["k", "k", "l"].map((key) => recordLinkUse(store.knex(), id, key, day(3))))
      expect(used.sort()).toEqual([false, true, true])
      expect(await linksOfProfile(store.knex(), profileId)).toMatchObject([{ id, uses: 2, lastUsedAt: day(3) }])
      const token = newLinkToken()
      const ofNobody = { id: newId("clink"), profileId: "cprof_x", tokenHash: linkTokenHash(token), expiresAt: day(10) }
      expect(await createLink(store.knex(), ofNobody, at)).toBe(false)
    })
  })

  describe("a merge", () => {
    it("CR2, C9: all of the loser hangs on the winner, with dates and authors; twice is once", async () => {
      const winnerId = await give({ name: "Acme", email: "a@x.ch" })
      const loserId = await give({ name: "Acme Ltd", email: "A@X.ch", phone: "044 668 18 00" })
      const { version, ...before } = await profileOf(loserId)
      const heated = { id: loserId, before, after: profileFields({ temperature: "hot" }, before), expected: version }
      await updateProfile(store.knex(), heated, { at: day(5), by: "user_1" })
      expect(findDuplicates(await duplicateKeys(store.knex()))).toEqual([[winnerId, loserId].sort()])
      await note(winnerId, 1, "none")
      await note(loserId, 2, "high", "2026-03-05")
      await linkCustomer(store.knex(), winnerId, "cus_guest")
      await linkCustomer(store.knex(), loserId, "cus_account")
      const token = newLinkToken()
      await createLink(
        store.knex(),
        { id: newId("clink"), profileId: loserId, tokenHash: linkTokenHash(token), expiresAt: day(20) },
        editor,
      )
      expect(await mergeFacts(store.knex(), loserId)).toEqual({
        customerIds: ["cus_account"],
        notes: 1,
        followUps: 1,
        temperatureChanges: 2,
        timeLineEntries: 0,
        links: 1,
      })
      const merge = {
        winnerId,
        loserId,
        fields: profileFields({ phone: "044 668 18 00" }, await profileOf(winnerId)),
        changed: ["phone"],
        customerIds: ["cus_account", "cus_guest"],
        expected: { winner: 1, loser: 2 },
      }
      const twice = await Promise.all([1, 2].map(() => mergeProfiles(store.knex(), merge, editor)))
      expect(twice.sort()).toEqual([false, true])
      expect(await readNotes(store.knex(), winnerId)).toMatchObject([
        { text: "high 2", created_at: day(2), created_by: "user_1", follow_up_on: "2026-03-05" },
        { text: "none 1", created_at: day(1) },
      ])
      // The last one says what the winner is, whatever the loser was last.
      expect((await temperatureHistory(store.knex(), winnerId)).slice(-2)).toMatchObject([
        { from: "cold", to: "hot", changedAt: day(5), changedBy: "user_1" },
        { from: "hot", to: "cold", changedAt: day(9) },
      ])
      expect(await mergeFacts(store.knex(), winnerId)).toMatchObject({
        customerIds: ["cus_account", "cus_guest"],
        notes: 2,
      })
      expect(await profileOf(winnerId)).toMatchObject({ phone_e164: "+41446681800", version: 2 })
      expect(await readProfiles(store.knex(), [loserId])).toEqual([])
      expect(await mergedIds(store.knex(), winnerId)).toEqual([winnerId, loserId].sort())
      expect(openLink(await findLinkByToken(store.knex(), token), day(2)).kind).toBe("closed")
      expect(findDuplicates(await duplicateKeys(store.knex()))).toEqual([])
    })
  })
})
