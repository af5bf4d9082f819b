import type { MedusaContainer } from "@medusajs/framework/types"
import { addTimeline, type Actor } from "../../../modules/core"
import { CUSTOMERS_MODULE, type CustomersModuleService, type Editor } from "../../../modules/customers"
import type { CivilDate } from "../../../rules/calendar"
import type { ProfileEvent } from "../../../rules/customers"

/** Who changes something of a customer, and when. It crosses a step, so it is plain. */
export interface Editing {
  /** ISO 8601. */
  at: string
  as_of: CivilDate
  /** The user; null: the store itself. */
  by: string | null
}

export type Database = CustomersModuleService["db"]["knex"]

export const customersDatabase = (container: MedusaContainer): Database =>
  container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db.knex

export const editorOf = ({ at, by }: Editing): Editor => ({ at: new Date(at), by })

export const actorOf = ({ by }: Editing): Actor => (by === null ? "system" : `user:${by}`)

/** What happened to a profile: which fields and which records, never what they say. */
export interface RecordedChange {
  profileId: string
  type: ProfileEvent
  data?: Record<string, unknown>
}

/** Writes entries of time lines, in the transaction of the changes. */
export async function recordChanges(db: Database, editing: Editing, changes: readonly RecordedChange[]): Promise<void> {
  await addTimeline(
    db,
    changes.map(({ profileId, type, data }) => ({
      room: "customers",
      subject: "profile",
      subject_id: profileId,
      type,
      as_of: editing.as_of,
      actor: actorOf(editing),
      data: data ?? {},
    })),
  )
}
