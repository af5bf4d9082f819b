import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface UnnamedAdjustment {
  id: string
  item_id: string
  order_id: string
  description: string
}

/** Adjustments of these providers that have a description and no code, on the lines of these orders. */
export async function unnamedAdjustments(
  knex: Knex,
  { orderIds, providers }: { orderIds: string[]; providers: string[] },
): Promise<UnnamedAdjustment[]> {
  const { rows } = await knex.raw<{ rows: UnnamedAdjustment[] }>(
    `select distinct a.id, a.item_id, i.order_id, a.description from order_item i
       join order_line_item_adjustment a on a.item_id = i.item_id and a.deleted_at is null
     where i.order_id = any(?) and i.deleted_at is null
       and a.provider_id = any(?) and a.code is null and a.description is not null`,
    [orderIds, providers],
  )
  return rows
}
