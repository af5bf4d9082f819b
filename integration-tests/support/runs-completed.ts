import type { TestStore } from "./store-test"
import { until } from "./until"

/** Waits until no billing run is open: the workers that were asked to join one go on after the request. */
export async function runsCompleted(store: TestStore): Promise<void> {
  const open = () => store.knex()("billing_run").whereIn("status", ["queued", "running"]).first("id")
  await until("every billing run to be complete", async () => !(await open()))
  await store.settled()
}
