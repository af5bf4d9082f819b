import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What hangs on a profile, counted, and its Medusa customers, the one that orders are made for first. */
export interface MergeFacts {
  customerIds: string[]
  notes: number
  followUps: number
  temperatureChanges: number
  timeLineEntries: number
  /** Links that are not revoked or replaced. */
  links: number
}

/** What a merge would move of a profile, as its preview shows it (C9). */
export async function mergeFacts(knex: Knex, profileId: string): Promise<MergeFacts> {
  const { rows } = await knex.raw<{ rows: MergeFacts[] }>(
    `select
       array(select customer_id from customers_customer where profile_id = :id
         order by is_main desc, customer_id) as "customerIds",
       notes.notes, notes."followUps",
       (select count(*)::int from customers_temperature_change where profile_id = :id) as "temperatureChanges",
       (select count(*)::int from service_core_timeline_entry where subject_id = :id
         and subject = 'profile'
         and deleted_at is null) as "timeLineEntries",
       (select count(*)::int from customers_link where profile_id = :id and revoked_at is null
         and replaced_at is null) as "links"
     from (select count(*)::int as notes,
         count(*) filter (where follow_up_on is not null and followed_up_at is null)::int as "followUps"
       from customers_note where profile_id = :id and deleted_at is null) notes`,
    { id: profileId },
  )
  const [facts] = rows
  return facts ?? { customerIds: [], notes: 0, followUps: 0, temperatureChanges: 0, timeLineEntries: 0, links: 0 }
}
