import type { CivilDate } from "../../../rules/calendar"

/** What every batch of a billing run is told. `worker` is unique to the process and the loop in it. */
export interface BatchInput {
  run_id: string
  as_of: CivilDate
  worker: string
  /** The most subscriptions that it takes; left out: as the store's settings say. */
  limit?: number
}
