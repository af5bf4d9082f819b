import { isSameChoice, shownValue, withValue } from "./option-changes"

describe("options of a change", () => {
  it("are kept as their kinds are", () => {
    const ips = withValue({ ram: "8" }, { key: "ips", kind: "quantity" }, "3")
    expect(ips).toEqual({ ram: "8", ips: 3 })
    expect(withValue(ips, { key: "ips", kind: "quantity" }, "")).toEqual({ ram: "8" })
    expect(withValue({}, { key: "backup", kind: "yes_no" }, "true")).toEqual({ backup: true })
    expect(withValue({ backup: true }, { key: "backup", kind: "yes_no" }, "false")).toEqual({})
    expect([shownValue(3), shownValue(undefined)]).toEqual(["3", ""])
  })

  it("are the same in whatever order", () => {
    expect(isSameChoice({ a: 1, b: "x" }, { b: "x", a: 1 })).toBe(true)
    expect(isSameChoice({ a: 1 }, { a: 1, b: "x" })).toBe(false)
  })
})
