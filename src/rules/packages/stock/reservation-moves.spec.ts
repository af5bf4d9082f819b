import { reservationMoves, type HeldPlace, type ReservationFacts } from "./reservation-moves"

const reserved = (id: string, locationId: string, quantity = "3", inventoryItemId = "chair"): ReservationFacts => ({
  ...{ id, inventoryItemId, locationId, quantity },
})
const held = (locationId: string, quantity = "3", inventoryItemId = "chair"): HeldPlace => ({
  ...{ inventoryItemId, locationId, quantity },
})

describe("reservationMoves", () => {
  it("what stands where it was held stays", () => {
    expect(reservationMoves([reserved("a", "berlin")], [held("berlin")])).toEqual([])
    const both = [reserved("a", "zurich"), reserved("b", "berlin")]
    expect(reservationMoves(both, [held("berlin"), held("zurich")])).toEqual([])
  })

  it("of two lines that Medusa has reserved at one location, one goes to where it was held", () => {
    const both = [reserved("a", "berlin"), reserved("b", "berlin")]
    expect(reservationMoves(both, [held("zurich"), held("berlin")])).toEqual([
      { reservationId: "b", locationId: "zurich" },
    ])
  })

  it("an item or a quantity that was not held is left alone", () => {
    expect(reservationMoves([reserved("a", "berlin", "3.0")], [held("zurich", "2")])).toEqual([])
    expect(reservationMoves([reserved("a", "berlin")], [held("zurich", "3", "lamp")])).toEqual([])
    expect(reservationMoves([reserved("a", "berlin", "3.0")], [held("zurich")])).toHaveLength(1)
  })
})
