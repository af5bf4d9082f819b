import type { CivilDate } from "../../../rules/calendar"

/** The input of every batch of a billing run. `worker` is unique to the process and its loop. */
export interface BatchInput {
  run_id: string
  as_of: CivilDate
  worker: string
  /** The most subscriptions, or renewals to collect, that it takes; left out: as the store's settings say. */
  limit?: number
  /** It takes what is due last: so many that are due first fail. */
  isFromEnd?: boolean
  /** Renewals that the caller has claimed, and keeps if it fails; left out: the batch claims its own. */
  claimed?: string[]
  /** It is of no run, and counted in none: a change has what is due billed at once. */
  isOutsideRun?: true
  /** Puts what a customer owes on a day on one invoice, so that a customer's subscriptions are claimed together. */
  together?: boolean
}

/** Who charges renewals: a batch of a run, or a change that has some charged at once, which is of no run. */
export interface Collecting {
  run_id: string | null
  as_of: CivilDate
  worker: string
}
