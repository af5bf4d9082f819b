import { setTimeout as sleep } from "node:timers/promises"

/** What a store does after its answer (subscribers) is over before the other store is asked. */
const PAUSE_MS = 150

/**
 * Asks the stores by turns, the first one changing, so that neither has the quieter moments, and keeps what each took.
 *
 * @param {{ samples: unknown[] }[]} stores
 * @param {(store: object, turn: number) => Promise<unknown>} ask
 */
export async function byTurns(stores, { times, pause = PAUSE_MS }, ask) {
  for (let turn = 0; turn < times; turn++) {
    for (const store of turn % 2 ? stores : stores.toReversed()) {
      store.samples.push(await ask(store, turn))
      await sleep(pause)
    }
  }
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
