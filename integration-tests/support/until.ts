import { setTimeout as pause } from "timers/promises"

const PAUSE_MS = 50
/** Far more than anything takes: it guards against waiting for ever, not against a busy machine. */
const WAIT_MS = 120_000

/**
 * Asks every 50 ms whether something has come about, since events are dealt with in the background. Throws when it has
 * not after two minutes. Pauses are counted, because a test may have set the clock.
 *
 * @param what is waited for, as the end of a sentence: "the subscription to be active"
 */
export async function until(what: string, isSo: () => Promise<boolean>, waitMs = WAIT_MS): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += PAUSE_MS) {
    if (waited >= waitMs) {
      throw new Error(`Waited ${waitMs / 1000} seconds in vain for ${what}`)
    }
    await pause(PAUSE_MS)
  }
}
