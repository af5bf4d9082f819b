import fc from "fast-check"
import { changedFields, timeLineProblems, versionProblems } from "./index"

describe("changed fields", () => {
  it("names what differs, in any depth, and what one of the two lacks", () => {
    const before = { name: "a", rules: [{ min: "1" }], groups: ["x"], note: null }
    const after = { name: "a", rules: [{ min: "2" }], groups: ["x"], note: null, costs: {} }
    expect(changedFields(before, after)).toEqual(["rules", "costs"])
  })

  it("law: nothing differs from itself, whatever order its keys are in", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse())
        expect(changedFields(record, turned)).toEqual([])
      }),
    )
  })
})

describe("a save on an old version", () => {
  const record = { version: 5, changed_in: { name: 2, rules: 4, note: 5 } }

  it("is refused with what changed since", () => {
    expect(versionProblems(3, record)).toEqual([{ field: "version", reason: "3 is old: note, rules changed since" }])
  })

  it.each([
    ["on the current version", 5, record],
    ["without a version", undefined, record],
    ["of a new record", 0, null],
  ])("%s passes", (_name, seen, stored) => {
    expect(versionProblems(seen, stored)).toEqual([])
  })

  it("of a part that nobody else has touched passes", () => {
    expect(versionProblems(3, record, ["name"])).toEqual([])
    expect(versionProblems(3, record, ["name", "note"])).toHaveLength(1)
  })

  it("of a record that was made meanwhile is refused", () => {
    expect(versionProblems(0, { version: 1, changed_in: {} })).toEqual([
      { field: "version", reason: "0 is old: the record changed since" },
    ])
  })
})

describe("a change of what has a time line", () => {
  const types = ["renewed", "cancel_scheduled", "created"]

  it("is refused with what happened since it was read, the earliest first", () => {
    expect(timeLineProblems(1, types)).toEqual([
      { field: "version", reason: "1 is old: cancel_scheduled, renewed changed since" },
    ])
    expect([timeLineProblems(3, types), timeLineProblems(undefined, types)]).toEqual([[], []])
  })
})
