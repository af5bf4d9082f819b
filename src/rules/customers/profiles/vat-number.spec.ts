import { checkVatNumber } from ".."

const check = (text: string, country: string | null = null) => checkVatNumber(text, { country, asOf: "2026-03-01" })

describe("a VAT number", () => {
  it.each([
    ["CHE-107.787.577 MWST", null, "CHE107787577MWST", "CH"],
    ["CHE-107.787.577", "de", "CHE107787577", "CH"],
    ["107.787.577", "ch", "CHE107787577", "CH"],
    ["DE136695976", null, "DE136695976", "DE"],
    ["136695976", "de", "DE136695976", "DE"],
    ["EL 094259216", null, "EL094259216", "GR"],
    ["094259216", "gr", "EL094259216", "GR"],
    ["ATU13585627", null, "ATU13585627", "AT"],
    ["FR 40 303 265 045", null, "FR40303265045", "FR"],
    ["GB 980 7806 84", null, "GB980780684", "GB"],
    ["NO 995 525 828 MVA", null, "NO995525828MVA", "NO"],
  ])("C3: %s of %s is valid by format and check digit", (text, country, number, of) => {
    expect(check(text, country)).toEqual({
      ok: true,
      check: { number, country: of, state: "valid", checkedOn: "2026-03-01" },
    })
  })

  it.each(["DE136695978", "CHE-107.787.578", "FR 41 303 265 045"])(
    "C3: %s is kept as invalid, with the date",
    (text) => {
      expect(check(text)).toMatchObject({ ok: true, check: { state: "invalid", checkedOn: "2026-03-01" } })
    },
  )

  it("C3, CR10: what cannot be checked is not checked, which is not wrong: one of a country without a known format", () => {
    expect(check("12-3456789", "us")).toMatchObject({ ok: true, check: { state: "unchecked", checkedOn: null } })
    expect(check("123456789")).toMatchObject({ ok: true, check: { country: null, state: "unchecked" } })
  })

  it.each(["", "abc", "DE1", "<script>12</script>", "1".repeat(25), "DE\u000012345678"])("%j cannot be one", (text) => {
    expect(check(text)).toMatchObject({ ok: false })
  })
})
