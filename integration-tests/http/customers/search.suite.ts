import {
  CUSTOMERS_MODULE,
  hasTrigrams,
  listProfiles,
  type CustomersModuleService,
} from "../../../src/modules/customers"
import type { Database } from "../../../src/modules/core"
import { isFound, profileFacets, searchTerms, type ProfileBody } from "../../../src/rules/customers"
import { giveProfile, profileFields } from "../../support/give-profile"
import { storeSuite } from "../../support/store-suite"

const PROFILES: ProfileBody[] = [
  { name: "Müller & Söhne", email: "info@mueller.example", phone: "+41 44 668 18 00", status: "current" },
  { name: "O’Neill", contact_person: "Ünal 54", temperature: "hot" },
  { name: "100 % Bio_Laden", email: "bio@laden.example", phone: "033 222 11 00", temperature: "hot" },
  { name: "Łódź Travel", contact_person: "Anna Meier", status: "current", temperature: "not_interested" },
  { name: "Rooms 34 and 12", phone: "12-34" },
]
const QUERIES = [
  ["044 668", 1],
  ["0446681800", 1],
  ["+41446681800", 1],
  ["0041446681800", 1],
  ["668 18", 1],
  ["MULLER sohne", 1],
  ["oneill", 1],
  ["100 %", 1],
  ["bio_laden", 1],
  ["m%r", 0],
  ["mu", 1],
  ["54", 1],
  ["12 34", 1],
  ["lodz meier", 1],
  ["nobody", 0],
  ["", 5],
] as const

export const customerSearchSuite = storeSuite(__filename, (store) => {
  const room = () => store.container().resolve<CustomersModuleService>(CUSTOMERS_MODULE)
  const ids: string[] = []

  beforeEach(async () => {
    ids.length = 0
    for (const body of PROFILES) {
      ids.push(await giveProfile(room(), body))
    }
  })

  const found = async (knex: Database, query: string): Promise<string[]> => {
    const { rows } = await listProfiles(knex, { terms: searchTerms(query), limit: 100, offset: 0 })
    return rows.map(({ id }) => id).sort()
  }
  const expected = (query: string): string[] => {
    const isOne = (body: ProfileBody) => {
      const { search_text: text, search_prefixes: prefixes } = profileFields(body)
      return isFound({ text, prefixes }, searchTerms(query))
    }
    return ids.filter((_id, place) => isOne(PROFILES[place] ?? {})).sort()
  }

  it("C2, CR1: finds by index what the rule finds, with trigrams and without", async () => {
    expect(await hasTrigrams(store.knex())).toBe(true)
    const answers = await Promise.all(QUERIES.map(([query]) => found(store.knex(), query)))
    expect(answers).toEqual(QUERIES.map(([query]) => expected(query)))
    await store
      .knex()
      .transaction(async (trx) => {
        await trx.raw(`drop index "IDX_customers_profile_trigrams"`)
        expect(await hasTrigrams(trx)).toBe(false)
        for (const [place, [query]] of QUERIES.entries()) {
          expect(await found(trx, query)).toEqual(answers[place])
        }
        throw new Error("undone on purpose")
      })
      .catch((error: Error) => expect(error.message).toBe("undone on purpose"))
  })

  it("C2: of what more have than are counted, the page is whole, and counts say at least how many", async () => {
    const asked = { terms: searchTerms("e"), limit: 100, offset: 0 }
    const whole = await listProfiles(store.knex(), asked)
    const isCut = async (most: number, filters = {}) => listProfiles(store.knex(), { ...asked, ...filters, most })
    expect([whole.isCut, whole.rows.length]).toEqual([false, 2])
    expect(await isCut(2)).toEqual(whole)
    const cut = await isCut(1)
    expect([cut.isCut, cut.rows]).toEqual([true, whole.rows])
    expect(cut.cells.reduce((all, { count }) => all + count, 0)).toBe(2)
    const [potential] = (await isCut(1, { status: ["potential"] })).rows
    expect(potential?.name).toBe("100 % Bio_Laden")
  })

  it.each(QUERIES)("C2: %j finds %i", async (query, count) => {
    expect(await found(store.knex(), query)).toHaveLength(count)
  })

  it("C2: filters combine, and each has its count", async () => {
    const filters = { status: ["current"], temperature: ["cold", "not_interested"] } as const
    const listed = await listProfiles(store.knex(), { terms: [], ...filters, limit: 1, offset: 0 })
    expect(listed.rows.map(({ id }) => id)).toEqual([ids[3]])
    expect(profileFacets(listed.cells, filters)).toEqual({
      count: 2,
      status: { current: 2, potential: 1 },
      temperature: { hot: 0, warm: 0, cold: 1, not_interested: 1 },
    })
  })
})
