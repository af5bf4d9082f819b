import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "billing_sale_warning"

export interface SaleWarnings {
  sale: string
  actor_id: string
  warnings: { variant_id: string; code: string }[]
}

/**
 * Stores that an admin is being warned, and returns how many seconds ago the same warning was given before, by
 * `<variant>:<code>`. A warning that was given stays as old as it is until it cannot be confirmed any more.
 */
export async function takeSaleWarnings(
  knex: Knex,
  { sale, actor_id, warnings }: SaleWarnings,
): Promise<Map<string, number>> {
  const { rows } = await knex.raw<{ rows: { key: string; seconds: string }[] }>(
    `with given as (
       select * from jsonb_to_recordset(?::jsonb) as x(variant_id text, code text)),
     before as (
       select w.variant_id, w.code, extract(epoch from now() - w.warned_at) as seconds from ${TABLE} w
         join given g on w.id = concat_ws(':', ?::text, ?::text, g.variant_id, g.code)),
     written as (
       insert into ${TABLE} as w (id, sale, actor_id, variant_id, code, warned_at)
       select concat_ws(':', ?::text, ?::text, g.variant_id, g.code), ?, ?, g.variant_id, g.code, now() from given g
       on conflict (id) do update set warned_at = now(), updated_at = now()
         where w.warned_at < now() - interval '10 minutes')
     select b.variant_id || ':' || b.code as key, b.seconds::text as seconds from before b`,
    [JSON.stringify(warnings), sale, actor_id, sale, actor_id, sale, actor_id],
  )
  return new Map(rows.map(({ key, seconds }) => [key, Number(seconds)]))
}
