import { daysBetween, type CivilDate } from "../../src/rules/calendar"
import type { World } from "./create-world"
import type { TestStore } from "./store-test"

/** Pushes the demo clock forward, over the Admin API, until the store's date is the one given. */
export async function pushClockTo(store: TestStore, world: World, date: CivilDate): Promise<void> {
  const { data } = await store.api.get("/admin/billing/clock", world.adminHeaders)
  const count = daysBetween(data.clock.today, date)
  if (count > 0) {
    await store.api.post("/admin/billing/clock", { unit: "day", count }, world.adminHeaders)
  }
}
