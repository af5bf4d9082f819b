import { paramsOf, queryOf, toggled, type ProfileFilters } from "./use-profile-filters"

const nothing: ProfileFilters = { q: "", status: [], temperature: [], stale: false }

describe("the filters of customers", () => {
  it("stand in the address, and are asked for, only where they are chosen", () => {
    expect([paramsOf(nothing), queryOf(nothing)]).toEqual([{}, {}])
    const chosen: ProfileFilters = { q: "acme", status: ["current"], temperature: ["hot", "warm"], stale: true }
    expect(paramsOf(chosen)).toEqual({ q: "acme", status: "current", temperature: "hot,warm", stale: "true" })
    expect(queryOf(chosen)).toEqual({ ...chosen, stale: "true" })
  })

  it("are taken in and out again", () => {
    expect(toggled(["hot"], "warm")).toEqual(["hot", "warm"])
    expect(toggled(["hot", "warm"], "hot")).toEqual(["warm"])
  })
})
