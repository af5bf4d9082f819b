import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface ProvisionedLine {
  /** The order line that the services were sold with. */
  line_id: string
  /** When all of them had been made; null: not yet. */
  provisioned_at: Date | null
  /** All of them were over before they were made. */
  is_given_up: boolean
}

/**
 * How far the services of an order's lines are. What was over before it was made holds up none of the others; one that was there
 * already when it was recorded, no call has created.
 */
export async function provisionedLines(knex: Knex, orderId: string): Promise<ProvisionedLine[]> {
  const { rows } = await knex.raw<{ rows: ProvisionedLine[] }>(
    `select s.source_id as line_id, bool_and(s.status = 'terminated' and x.made_at is null) as is_given_up,
       case when bool_and(s.status = 'terminated' or x.made_at is not null) then max(x.made_at) end as provisioned_at
     from provisioning_service s left join lateral (
       select coalesce(min(c.ended_at) filter (where c.action = 'create' and c.status = 'succeeded'),
         case when s.remote in ('active', 'suspended') or (s.remote = 'terminated' and bool_or(c.status = 'succeeded')
           and not bool_or(c.action = 'create')) then s.created_at end) as made_at
       from provisioning_call c where c.service_id = s.id and c.deleted_at is null) x on true
     where s.order_id = ? and s.deleted_at is null
     group by s.source_id`,
    [orderId],
  )
  return rows
}
