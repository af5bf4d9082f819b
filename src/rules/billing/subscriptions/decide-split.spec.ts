import { decideSplit } from "./decide-split"
import { SUBSCRIPTION_STATUSES } from "../states"

describe("decideSplit", () => {
  it("B20: units become a subscription of their own, and none is lost", () => {
    expect(decideSplit({ status: "active", has: 3, move: 1 })).toEqual({ kind: "split", keep: 2, move: 1 })
    expect(decideSplit({ status: "active", has: 3, move: 2 })).toEqual({ kind: "split", keep: 1, move: 2 })
  })

  it.each([0, -1, 3, 4, 1.5, Number.NaN])("B20: %d of 3 units cannot be split off", (move) => {
    expect(decideSplit({ status: "active", has: 3, move })).toEqual({
      kind: "refuse",
      reason: "quantity: 1 to 2 of the 3 units can be split off",
    })
  })

  it("B20: nor the only one, nor where something is owed or over", () => {
    expect(decideSplit({ status: "active", has: 1, move: 1 })).toMatchObject({ kind: "refuse" })
    const splittable = SUBSCRIPTION_STATUSES.filter(
      (status) => decideSplit({ status, has: 2, move: 1 }).kind === "split",
    )
    expect(splittable).toEqual(["pending", "trialing", "active", "paused"])
  })
})
