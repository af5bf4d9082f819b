import { drawnPoints } from "./drawn-points"

describe("H7: the chart of effective sales", () => {
  it("has a point for each day in between, the leap day, too", () => {
    const points = [
      { from: "2028-02-28", net: "20.50" },
      { from: "2028-03-02", net: "-5" },
    ]
    expect(drawnPoints(points, "day")).toEqual([
      { from: "2028-02-28", net: 20.5 },
      { from: "2028-02-29", net: 0 },
      { from: "2028-03-01", net: 0 },
      { from: "2028-03-02", net: -5 },
    ])
  })

  it("has a point for each month, over the turn of a year, and none where there is nothing", () => {
    const months = drawnPoints(
      ["2026-11-01", "2027-02-01"].map((from) => ({ from, net: "1" })),
      "month",
    )
    expect(months.map(({ from, net }) => [from.slice(0, 7), net])).toEqual([
      ["2026-11", 1],
      ["2026-12", 0],
      ["2027-01", 0],
      ["2027-02", 1],
    ])
    expect(drawnPoints([], "day")).toEqual([])
  })
})
