import { MedusaError } from "@medusajs/framework/utils"

/** A question that a room asks without knowing who answers it. `workflows/rooms.ts` fills it, before anything runs. */
export interface Port<Answerer> {
  /** Says who answers; whoever answered before does so no more. */
  fill: (...answerers: Answerer[]) => void
  /** The one who answers. Throws where nobody does. */
  ask: () => Answerer
  /** All who answer, in the order in which they were named. Throws where nobody does. */
  askAll: () => readonly Answerer[]
}

export function createPort<Answerer>(question: string): Port<Answerer> {
  let answerers: readonly Answerer[] = []
  const askAll = (): readonly Answerer[] => {
    if (!answerers.length) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Nobody answers "${question}": workflows/rooms.ts, which says who does, was not loaded`,
      )
    }
    return answerers
  }
  return {
    fill: (...given) => {
      answerers = given
    },
    ask: () => askAll()[0] as Answerer,
    askAll,
  }
}
