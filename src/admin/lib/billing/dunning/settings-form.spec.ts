import { problemOf, readDays, toFields, toSettings } from "./settings-form"

const settings = {
  retry_after_days: [1, 3, 5, 7],
  after_last_try: "suspend" as const,
  suspend_after_days: 3,
  terminate_after_days: -1,
  late_payment: "old_expiry" as const,
  one_invoice_a_day: true,
  retention_offer: "discount" as const,
  retention_pause_days: 30,
  retention_percent: "12.5",
  retention_cycles: 3,
  version: 2,
}

describe("the form of the billing settings", () => {
  it("shows what is set, and sends it back as it was", () => {
    const { version: _version, ...saved } = settings
    expect(toFields(settings)).toMatchObject({ retry_after_days: "1, 3, 5, 7", terminate_after_days: "" })
    expect(toSettings(toFields(settings))).toEqual(saved)
  })

  it("reads days however they are set apart", () => {
    expect(readDays(" 1,3 ; 5  7 ")).toEqual([1, 3, 5, 7])
    expect(readDays("")).toEqual([])
  })

  it.each([
    ["1, 3", null],
    ["3, 1", "ascending"],
    ["one", "whole_days"],
    [Array.from({ length: 20 }, (_, day) => day + 1).join(", "), "network_bounds"],
  ])("says what is wrong with %s, as the store does", (retry_after_days, problem) => {
    expect(problemOf({ ...toFields(settings), retry_after_days }, "retry_after_days")).toBe(problem)
  })

  it("names the field", () => {
    const fields = { ...toFields(settings), suspend_after_days: "5", terminate_after_days: "2" }
    expect(problemOf(fields, "terminate_after_days")).toBe("terminate_before_suspend")
    expect(problemOf(fields, "suspend_after_days")).toBeNull()
  })
})
