import { setTimeout as pause } from "timers/promises"
import type { TestStore } from "./store-test"

const TRIES = 300
const PAUSE_MS = 100

/** Waits until no billing run is open: the workers that were asked to join one go on after the request. */
export async function runsCompleted(store: TestStore): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const open = await store.knex()("billing_run").whereIn("status", ["queued", "running"]).first("id")
    if (!open) {
      return store.settled()
    }
    await pause(PAUSE_MS)
  }
  throw new Error("A billing run is still open after 30 seconds")
}
