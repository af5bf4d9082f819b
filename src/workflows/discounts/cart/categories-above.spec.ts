import { nearestFirst } from "./categories-above"

describe("nearestFirst", () => {
  it("gives own categories, then those above them, each once", () => {
    const above = new Map([
      ["mugs", ["mugs", "kitchen", "home"]],
      ["sale", ["sale"]],
      ["kitchen", ["kitchen", "home"]],
    ])
    expect(nearestFirst(["mugs", "sale"], above)).toEqual(["mugs", "sale", "kitchen", "home"])
    expect(nearestFirst(["mugs", "kitchen"], above)).toEqual(["mugs", "kitchen", "home"])
    expect(nearestFirst(["unknown"], above)).toEqual(["unknown"])
    expect(nearestFirst([], above)).toEqual([])
  })
})
