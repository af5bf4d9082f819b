import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProfileEventAnswer } from "../../../contracts/customers/profiles"
import { CORE_MODULE, type CoreModuleService, type RecordedEvent, timelineOf } from "../../../modules/core"
import { mergedIds, type ProfileRow, readMerged } from "../../../modules/customers"
import { PROFILE_EVENTS, type ProfileEvent } from "../../../rules/customers"
import { customersDatabase } from "../../../workflows/customers/profiles/editing"
import { userNames } from "./user-names"

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []

/** What other topics of the room have written under names of their own. */
const NAMED: Record<string, ProfileEvent> = {
  "customers.quick_order_link.created": "link_created",
  "customers.quick_order_link.revoked": "link_revoked",
  "customers.quick_order.placed": "quick_order_placed",
}

const isKnown = (type: string): type is ProfileEvent => PROFILE_EVENTS.some((one) => one === type)

const userOf = (actor: string): string | null => /^user:(.+)/.exec(actor)?.[1] ?? null

/** The time line of a profile and of those merged into it, the latest first. */
export async function profileEvents(container: MedusaContainer, id: string): Promise<ProfileEventAnswer[]> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE).db.knex
  const ids = await mergedIds(customersDatabase(container), id)
  const lines = await Promise.all(ids.map((one) => timelineOf(core, { subject: "profile", id: one })))
  const events = lines.flat().sort((a, b) => b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : -1))
  const losers = await readMerged(
    customersDatabase(container),
    events.flatMap(({ data }) => texts([data.loser_id])),
  )
  const nameOf = await userNames(
    container,
    events.map(({ actor }) => userOf(actor)),
  )
  return events.flatMap((event) => {
    const type = NAMED[event.type] ?? event.type
    return isKnown(type)
      ? [
          {
            id: event.id,
            type,
            as_of: event.as_of,
            created_at: event.created_at.toISOString(),
            actor_name: nameOf(userOf(event.actor)),
            is_system: event.actor === "system",
            fields: texts(event.data.fields),
            noted: notedOf(event, losers),
          },
        ]
      : []
  })
}

/** What the merged profile had else: it stands in its own row, so that an erasure reaches it. */
function notedOf({ data }: RecordedEvent, losers: readonly ProfileRow[]): ProfileEventAnswer["noted"] {
  const loser = losers.find(({ id }) => id === data.loser_id)
  return texts(data.differing).flatMap((field) => {
    const value = loser?.[field as keyof ProfileRow]
    return typeof value === "string" ? [{ field, value }] : []
  })
}
