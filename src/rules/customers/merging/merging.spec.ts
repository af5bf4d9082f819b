import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import {
  checkProfile,
  findDuplicates,
  formerLines,
  isFound,
  mergePlan,
  searchTerms,
  type MergedProfile,
  type ProfileBody,
  type ProfileFields,
  type StoredFields,
} from ".."

function fieldsOf(body: ProfileBody): ProfileFields {
  const checked = checkProfile(null, body, { asOf: "2026-03-01", country: "ch", currencies: null })
  if (!checked.ok) {
    throw new Error(JSON.stringify(checked.problems))
  }
  const {
    name_key: _name,
    email_key: _email,
    phone_e164: _phone,
    vat_state: _state,
    vat_checked_on: _date,
    search_text: _text,
    search_prefixes: _prefixes,
    search_grams: _grams,
    former_lines: _former,
    ...fields
  } = checked.fields
  return fields
}

const merged = (id: string, body: ProfileBody, more: Partial<MergedProfile> = {}): MergedProfile => ({
  id,
  fields: fieldsOf(body),
  customers: [],
  notes: 0,
  followUps: 0,
  temperatureChanges: 0,
  timeLineEntries: 0,
  links: 0,
  ...more,
})

it("C2, C9: one that others were merged into is found by what they were found by, also after it is edited", () => {
  const context = { asOf: "2026-03-01", country: "ch", currencies: null } as const
  const stored = (body: ProfileBody, before: StoredFields | null = null): StoredFields => {
    const checked = checkProfile(before, body, context)
    if (!checked.ok) {
      throw new Error(JSON.stringify(checked.problems))
    }
    return checked.fields
  }
  const [winner, loser, third] = [
    stored({ name: "Acme AG", email: "office@acme.ch" }),
    stored({ name: "Acme", contact_person: "Zoë", email: "old@acme.ch", phone: "044 668 18 00" }),
    stored({ name: "Beta" }),
  ]
  const once = stored({ city: "Bern" }, { ...winner, former_lines: formerLines(winner, loser) })
  const twice = stored({ name: "Acme Holding" }, { ...third, former_lines: formerLines(third, once) })
  const finds = ({ search_text: text, search_prefixes: prefixes }: StoredFields, query: string): boolean =>
    isFound({ text, prefixes }, searchTerms(query))
  for (const query of ["old@acme", "0041 44 668", "zoe", "acme ag", "acme holding office@", "zo"]) {
    expect([query, finds(twice, query)]).toEqual([query, true])
  }
  expect(twice.former_lines).toEqual([...new Set(twice.former_lines)])
  expect(finds(winner, "old@acme")).toBe(false)
})

describe("duplicates", () => {
  it("C9: have the same e-mail or phone, also by way of a third", () => {
    const profiles = [
      { id: "d", email_key: null, phone_e164: null },
      { id: "c", email_key: "b@x.ch", phone_e164: "+41446681800" },
      { id: "a", email_key: "a@x.ch", phone_e164: "+41446681800" },
      { id: "b", email_key: "b@x.ch", phone_e164: null },
      { id: "e", email_key: null, phone_e164: null },
    ]
    expect(findDuplicates(profiles)).toEqual([["a", "b", "c"]])
  })

  it("law: groups are apart, and any two with the same key are in one", () => {
    const keys = fc.record({
      email_key: fc.option(fc.constantFrom("a@x.ch", "b@x.ch", "c@x.ch"), { nil: null }),
      phone_e164: fc.option(fc.constantFrom("+411", "+412", "+413"), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(keys), (list) => {
        const profiles = list.map((one, place) => ({ id: String(place).padStart(3, "0"), ...one }))
        const groups = findDuplicates(profiles)
        const ids = groups.flat()
        expect(new Set(ids).size).toBe(ids.length)
        const groupOf = (id: string) => groups.findIndex((group) => group.includes(id))
        for (const a of profiles) {
          for (const b of profiles.filter(({ id }) => id !== a.id)) {
            const isSame =
              (a.email_key !== null && a.email_key === b.email_key) ||
              (a.phone_e164 !== null && a.phone_e164 === b.phone_e164)
            if (isSame) {
              expect(groupOf(a.id)).toBe(groupOf(b.id))
              expect(groupOf(a.id)).not.toBe(-1)
            }
          }
        }
      }),
      { ...LAW, numRuns: 100 },
    )
  })
})

describe("a merge", () => {
  const account = { id: "cus_account", hasAccount: true }
  const guest = { id: "cus_guest", hasAccount: false }

  it("CR2, C9: all of the loser hangs on the winner, and what differs is noted", () => {
    const winner = merged("a", { name: "Acme", email: "a@x.ch", temperature: "warm" }, { customers: [guest] })
    const loser = merged(
      "b",
      { name: "ACME Ltd", phone: "044 668 18 00", status: "current", temperature: "hot", discount_percent: "5" },
      { customers: [account], notes: 3, followUps: 1, temperatureChanges: 2, timeLineEntries: 7, links: 1 },
    )
    const decision = mergePlan(winner, loser)
    expect(decision).toMatchObject({
      ok: true,
      plan: {
        winnerId: "a",
        loserId: "b",
        fields: { name: "Acme", email: "a@x.ch", phone: "044 668 18 00", status: "current", temperature: "warm" },
        filled: ["phone", "discount_percent"],
        differing: [
          { field: "name", kept: "Acme", noted: "ACME Ltd" },
          { field: "temperature", kept: "warm", noted: "hot" },
        ],
        customerIds: ["cus_account", "cus_guest"],
        logInStays: "cus_account",
        moves: { notes: 3, followUps: 1, temperatureChanges: 2, timeLineEntries: 7 },
        revokedLinks: 1,
      },
    })
  })

  it("C9: two with log-ins each are refused, and one with itself", () => {
    const other = { id: "cus_other", hasAccount: true }
    const [a, b] = [
      merged("a", { name: "A" }, { customers: [account] }),
      merged("b", { name: "B" }, { customers: [other] }),
    ]
    expect(mergePlan(a, b)).toEqual({ ok: false, reason: "two_log_ins" })
    expect(mergePlan(a, a)).toEqual({ ok: false, reason: "same_profile" })
  })

  it("law: no value is lost: each is kept, fills a gap or is noted", () => {
    const body = fc.record({
      name: fc.constantFrom("Acme", "Acme Ltd"),
      email: fc.constantFrom(null, "a@x.ch", "b@x.ch"),
      city: fc.constantFrom(null, "Bern", "Thun"),
      discount_percent: fc.constantFrom(null, "0", "5"),
      status: fc.constantFrom("current", "potential"),
    })
    fc.assert(
      fc.property(body, body, (a, b) => {
        const [winner, loser] = [merged("a", a), merged("b", b)]
        const decision = mergePlan(winner, loser)
        if (!decision.ok) {
          throw new Error(decision.reason)
        }
        const { fields, differing } = decision.plan
        const isCurrent = [a.status, b.status].includes("current")
        expect(fields.status).toBe(isCurrent ? "current" : "potential")
        for (const profile of [winner, loser]) {
          for (const [field, value] of Object.entries(profile.fields)) {
            const noted = differing.filter((one) => one.field === field).map((one) => one.noted)
            if (value !== null && field !== "status") {
              expect([fields[field as keyof ProfileFields], ...noted]).toContain(value)
            }
          }
        }
      }),
      LAW,
    )
  })
})
