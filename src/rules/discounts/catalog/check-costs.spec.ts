import { checkCosts } from "./check-costs"

describe("checkCosts", () => {
  it("D24: takes amounts that can be written in their currency", () => {
    expect(checkCosts({ eur: "4.5", jpy: "120" })).toEqual({ ok: true, costs: { eur: "4.50", jpy: "120" } })
    expect(checkCosts({})).toEqual({ ok: true, costs: null })
    expect(checkCosts(null)).toEqual({ ok: true, costs: null })
  })

  it("D24: names each invalid one", () => {
    expect(checkCosts({ eur: "4.555", xyz: "1", usd: "-1" })).toMatchObject({
      ok: false,
      problems: [
        { field: "costs.eur" },
        { field: "costs.xyz" },
        { field: "costs.usd", reason: "must not be negative" },
      ],
    })
  })
})
