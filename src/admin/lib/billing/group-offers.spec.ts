import { groupOffers } from "./group-offers"

const offer = (id: string, group: string | null) => ({
  id,
  product: { collection: group === null ? null : { id: `pcol_${group}`, title: group } },
})

describe("offers by group", () => {
  it("stand in their order within a group, groups by title, those without one under its own words", () => {
    const groups = groupOffers([offer("c", "Web"), offer("b", "Mail"), offer("a", "Web"), offer("d", null)], "No group")
    expect(groups.map(({ title, offers }) => [title, ...offers.map(({ id }) => id)])).toEqual([
      ["Mail", "b"],
      ["No group", "d"],
      ["Web", "c", "a"],
    ])
  })
})
