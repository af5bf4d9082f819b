import type { CivilDate } from "../../calendar"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { SubscriptionFacts } from "../types"
import { cycleStart } from "./cycle-start"

type Dated = Pick<SubscriptionFacts, "anchorOn" | "anchorCycle" | "interval"> &
  Partial<Pick<SubscriptionFacts, "nextCycle" | "partFrom">>

/** When a subscription of a fixed number of cycles expires: where the one after its last would start (B5b), also as a part. */
export const expiryOf = (dated: Dated, endCycle: number): CivilDate => cycleStart(dated, endCycle)

/** The expiry of a fixed number of cycles whose anchor, or end, was moved: it moves with it. */
export const movedEnd = (row: SubscriptionColumns): { expires_on?: CivilDate } =>
  row.end_cycle ? { expires_on: expiryOf(toSubscriptionFacts(row), row.end_cycle) } : {}
