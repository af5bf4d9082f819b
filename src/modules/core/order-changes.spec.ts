import { changeOfEvent, ORDER_CHANGE_KINDS, ORDER_CHANGES } from "./order-changes"
import { keyAt } from "./queries/orders/find-new-order-rows"

describe("ORDER_CHANGES", () => {
  it("names each kind once, and no event for two of them", () => {
    const events = ORDER_CHANGES.flatMap(({ event }) => event ?? [])
    expect(new Set(ORDER_CHANGE_KINDS).size).toBe(ORDER_CHANGE_KINDS.length)
    expect(new Set(events).size).toBe(events.length)
  })

  it("each event reports one kind; other events report none", () => {
    expect(changeOfEvent("order.placed")).toBe("placed")
    expect(changeOfEvent("payment.captured")).toBe("paid")
    expect(changeOfEvent("shipment.created")).toBe("shipped")
    expect(changeOfEvent("order-edit.requested")).toBeNull()
  })
})

describe("keyAt", () => {
  it("is the least key of its instant: ULIDs of later instants sort after it", () => {
    expect(keyAt("order", new Date(0))).toBe("order_0000000000")
    expect(keyAt("order", new Date(1_469_918_176_385))).toBe("order_01ARYZ6S41")
    const instants = [1, 31, 32, 1023, 1_800_000_000_000, 1_800_000_000_001]
    const keys = instants.map((at) => keyAt("capt", new Date(at)))
    expect([...keys].sort()).toEqual(keys)
  })
})
