import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { NotePriority } from "../../../../rules/customers"
import { touchProfile } from "../profiles/touch-profile"

export interface FollowUpRow {
  id: string
  profile_id: string
  name: string
  text: string
  priority: NotePriority
  follow_up_on: CivilDate
  created_at: Date
}

/** What is to be followed up by a date, as `dueFollowUps` has it: not of those who are not interested (C6, C8). */
export async function listFollowUps(
  knex: Knex,
  { asOf, limit, offset }: { asOf: CivilDate; limit: number; offset: number },
): Promise<{ rows: FollowUpRow[]; count: number }> {
  const due = () =>
    knex("customers_note as n")
      .join("customers_profile as p", "p.id", "n.profile_id")
      .whereNotNull("n.follow_up_on")
      .whereNull("n.followed_up_at")
      .whereNull("n.deleted_at")
      .where("n.follow_up_on", "<=", asOf)
      .whereNull("p.deleted_at")
      .whereNot("p.temperature", "not_interested")
  const counted = await due().count("* as count").first<{ count: string } | undefined>()
  const rows: FollowUpRow[] = await due()
    .select("n.id", "n.profile_id", "p.name", "n.text", "n.priority", "n.follow_up_on", "n.created_at")
    .orderByRaw(
      `n.follow_up_on, array_position(array['high', 'medium', 'none'], n.priority), n.created_at desc,
       n.id collate "C" desc`,
    )
    .limit(limit)
    .offset(offset)
  return { rows, count: Number(counted?.count ?? 0) }
}

/** Says that a note was followed up, which touches its profile (C7). False where that was said before, or there is none. */
export async function finishFollowUp(knex: Knex, id: string, at: Date): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const [finished]: { profile_id: string }[] = await trx("customers_note")
      .where({ id })
      .whereNotNull("follow_up_on")
      .whereNull("followed_up_at")
      .whereNull("deleted_at")
      .update({ followed_up_at: at, updated_at: trx.fn.now() })
      .returning("profile_id")
    return finished !== undefined && touchProfile(trx, finished.profile_id, at)
  })
}
