import type { DependentLines } from "../../ports/dependent-lines"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"

/** Fees and what else is charged beside other lines, as the rooms that add them say. */
export const chargesAmong = (rooms: readonly DependentLines[]): SoldLines => ({
  ofOrder: async (container, order) => {
    const answers = await Promise.all(rooms.map((room) => room.ofOrder(container, order)))
    return new Map(answers.flatMap((ids) => [...ids].map((id): [string, SoldLine] => [id, { isCharge: true }])))
  },
})
