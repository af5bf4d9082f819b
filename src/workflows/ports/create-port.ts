import { MedusaError } from "@medusajs/framework/utils"

/**
 * An interface that one room declares and other rooms implement. `workflows/rooms.ts` fills it before anything runs.
 */
export interface Port<Implementation> {
  /** Sets the implementations, in place of earlier ones. */
  fill: (...implementations: Implementation[]) => void
  /** The implementation. Throws if there is none. */
  get: () => Implementation
  /** All implementations, in the order given. Throws if there is none. */
  getAll: () => readonly Implementation[]
}

export function createPort<Implementation>(name: string): Port<Implementation> {
  let implementations: readonly Implementation[] = []
  const getAll = (): readonly Implementation[] => {
    if (!implementations.length) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The port "${name}" has no implementation: workflows/rooms.ts, which fills it, was not loaded`,
      )
    }
    return implementations
  }
  return {
    fill: (...given) => {
      implementations = given
    },
    get: () => getAll()[0] as Implementation,
    getAll,
  }
}
