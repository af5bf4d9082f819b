import { mergePeriod, mergeTerms, toBounds, usageProblems } from "./merge-terms"

const STORED = {
  id: "disc_1",
  name: "Spring",
  is_active: false,
  groups: ["cusgroup_1"],
  note: "Ask Ada",
  renewals: "cycles" as const,
  renewal_cycles: 3,
  usage_limit: 10,
  usage_limit_per_customer: 1,
  used: 4,
  version: 3,
  changed_in: { name: 3 },
}

describe("mergeTerms", () => {
  it("what is left out stays, what is given goes first, even null", () => {
    expect(mergeTerms("disc_1", {}, STORED)).toEqual(STORED)
    expect(mergeTerms("disc_1", { name: "Summer", usage_limit: null, note: null }, STORED)).toEqual({
      ...STORED,
      name: "Summer",
      usage_limit: null,
      note: null,
    })
  })

  it("D16, B28: a new one is active, for no group, and for the first cycle only", () => {
    expect(mergeTerms("disc_2", { name: "New" }, null)).toEqual({
      id: "disc_2",
      name: "New",
      is_active: true,
      groups: [],
      note: null,
      renewals: "first_only",
      renewal_cycles: null,
      usage_limit: null,
      usage_limit_per_customer: null,
      used: 0,
      version: 1,
      changed_in: {},
    })
  })

  it("B28: a number of cycles goes when it no longer says anything", () => {
    expect(mergeTerms("disc_1", { renewals: "forever" }, STORED).renewal_cycles).toBeNull()
    expect(mergeTerms("disc_1", { renewals: "cycles", renewal_cycles: 6 }, null).renewal_cycles).toBe(6)
  })

  it("law: saving what is stored changes nothing", () => {
    const { id, used: _used, version: _version, changed_in: _changed, ...body } = STORED
    expect(mergeTerms(id, body, STORED)).toEqual(STORED)
  })
})

describe("mergePeriod", () => {
  it("keeps a period that is left out; an empty date is none", () => {
    const before = { limited_duration: true, starts_on: "2026-03-01", ends_on: "2026-03-31" }
    expect(mergePeriod({}, before)).toEqual(before)
    expect(mergePeriod({ ends_on: "" }, before)).toEqual({ ...before, ends_on: null })
    expect(toBounds(mergePeriod({}, null))).toEqual({ isLimited: false, startsOn: null, endsOn: null })
  })
})

describe("usageProblems", () => {
  it("refuses a limit that has been passed already, and no other", () => {
    expect(usageProblems({ usage_limit: 3, used: 4 })).toEqual([
      { field: "usage_limit", reason: "must not be below 4: so often it has been used already" },
    ])
    expect(usageProblems({ usage_limit: 4, used: 4 })).toEqual([])
    expect(usageProblems({ usage_limit: null, used: 4 })).toEqual([])
  })
})
