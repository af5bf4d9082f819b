import { changedBody } from "./changed-body"
import { changedSince } from "./changed-since"
import { mergeForms } from "./merge-forms"

const base = { name: "Winter", note: "", rules: [{ value: "10" }], is_active: true }

describe("a form that somebody else has saved meanwhile", () => {
  it("keeps what I typed, takes what the other one changed, and says which is which", () => {
    const typed = { ...base, name: "Mine", note: "Why" }
    const saved = { ...base, name: "Theirs", rules: [{ value: "20" }] }
    expect(mergeForms(base, typed, saved)).toEqual({
      form: { name: "Mine", note: "Why", rules: [{ value: "20" }], is_active: true },
      mine: ["name", "note"],
      theirs: ["rules"],
      both: ["name"],
    })
  })

  it("has nothing to ask where both typed the same", () => {
    const same = { ...base, name: "Same" }
    expect(mergeForms(base, same, same)).toEqual({ form: same, mine: ["name"], theirs: [], both: [] })
  })
})

describe("what is sent", () => {
  it("is what was changed, lists whole", () => {
    const body = { ...base, rules: [{ value: "10" }, { value: "5" }] }
    expect(changedBody(body, base)).toEqual({ rules: body.rules })
    expect(changedBody(base, base)).toEqual({})
  })
})

describe("the server's refusal of an old version", () => {
  it("names what changed since", () => {
    const message = "The discount was not saved. version: 3 is old: note, rules changed since"
    expect(changedSince(message)).toEqual(["note", "rules"])
    expect(changedSince("version: 0 is old: the record changed since")).toEqual([])
    expect(changedSince("The discount was not saved. name: must not be empty")).toBeNull()
  })
})
