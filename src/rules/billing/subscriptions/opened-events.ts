import type { CivilDate } from "../../calendar"
import type { BillingEvent } from "../events"
import type { SubscriptionStatus } from "../states"
import { systemEntry, type SystemEntry } from "./system-entry"

interface Opened {
  id: string
  order_id: string | null
  status: SubscriptionStatus
}

const STARTED: readonly SubscriptionStatus[] = ["active", "trialing"]

/** The events and time line entries of a new subscription: created, and activated if it starts at once. */
export function openedEvents(
  { id, order_id, status }: Opened,
  asOf: CivilDate,
): { entries: SystemEntry[]; events: BillingEvent[] } {
  const isStarted = STARTED.includes(status)
  const data = { id, order_id, status }
  return {
    entries: [
      systemEntry(id, "created", asOf, { order_id, status }),
      ...(isStarted ? [systemEntry(id, "activated", asOf, { status })] : []),
    ],
    events: [
      { name: "billing.subscription.created", data },
      ...(isStarted ? [{ name: "billing.subscription.activated" as const, data }] : []),
    ],
  }
}
