import type { BreakdownOptionAnswer } from "../../../contracts/packages/breakdown"
import { groupOptions, toBreakdownBody, withAlternative, withChoice } from "./breakdown-state"
import { newEntry, type PackageForm } from "./package-form"

const option = (path: string, alternative_group: string | null = null): BreakdownOptionAnswer => ({
  path,
  parent_path: path.split("/").slice(0, -1).join("/"),
  role: "content",
  variant_id: "variant_c",
  title: "Chair",
  variant_title: null,
  alternative_group,
  is_optional: alternative_group === null,
  is_chosen: false,
  is_hidden: false,
  is_free_quantity: false,
  quantity: 1,
})

describe("what a breakdown is asked for", () => {
  it("puts alternatives of one package together, and no others", () => {
    const groups = groupOptions([option("a", "Seats"), option("b"), option("c", "Seats"), option("p/d", "Seats")])
    expect(groups.map(({ group, options }) => [group, options.map(({ path }) => path)])).toEqual([
      ["Seats", ["a", "c"]],
      [null, ["b"]],
      ["Seats", ["p/d"]],
    ])
  })

  it("takes one of a group, or none, and keeps what else was said", () => {
    const [seats] = groupOptions([option("a", "Seats"), option("c", "Seats")])
    const before = withChoice([{ path: "a", is_chosen: true }], { path: "a", is_hidden: true })
    expect(seats && withAlternative(before, seats, "c")).toEqual([
      { path: "a", is_chosen: false, is_hidden: true },
      { path: "c", is_chosen: true },
    ])
    expect(seats && withAlternative([], seats, null).map(({ is_chosen }) => is_chosen)).toEqual([false, false])
  })

  it("leaves out what is no number yet, and choices of contents that were taken out", () => {
    const found = {
      product_id: "p",
      variant_id: "v",
      title: "",
      variant_title: "",
      status: "published",
      is_package: false,
    }
    const form = {
      pricing: "flat",
      default_hours: "",
      minimum_duration: "",
      contract_description: "",
      shows_contract_description: false,
      internal_notes: "",
      lists_contents: true,
      contents: [{ ...newEntry("content", found), entry_id: "pent_1" }, newEntry("content", found)],
      accessories: [],
      rates: [],
      prices: {},
    } satisfies PackageForm
    const choices = ["pent_1/pent_9", "new_1", "pent_gone"].map((path) => ({ path, is_chosen: true }))
    const state = { currency: "eur", days: "3", hours: "x", quantity: "", choices }
    // Once saved, a new content has another id: what was chosen of it under its place is no mistake.
    const saved = choices.filter(({ path }) => path !== "new_1")
    const body = { currency_code: "eur", days: 3, hours: null, quantity: 1, choices: saved }
    expect(toBreakdownBody(state, null)).toEqual(body)
    expect(toBreakdownBody(state, form).choices).toEqual(choices.slice(0, 2))
  })
})
