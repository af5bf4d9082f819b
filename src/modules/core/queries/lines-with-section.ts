import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { LINE_KEY } from "../../../rules/cart"

/** A line of a cart or an order whose record has the section, or whose parent's has. */
export interface LineWithSection {
  line_id: string
  /** The line at the top of its group, if it is among those asked for. */
  top_line_id: string | null
  /** That of the line, or of its parent. */
  payload: Record<string, unknown>
}

const OF_CART_LINES = `select r.id, r.line_item_id as line_id from service_core_line_record r
  where r.line_item_id = any(?) and r.deleted_at is null`

/** A new order's lines are not linked to their records for a moment: the key in their metadata leads there. */
const OF_ORDER_LINES = `select r.id, r.order_line_id as line_id from service_core_line_record r
  where r.order_line_id = any(?) and r.order_line_id is not null and r.deleted_at is null
  union
  select r.id, l.id as line_id from order_line_item l
    join service_core_line_record r on r.key = l.metadata ->> ? and r.deleted_at is null
  where l.id = any(?) and r.product_id is not distinct from l.product_id
    and r.variant_id is not distinct from l.variant_id`

/** Which of these lines have a section in their payload, or depend on one that has: one statement, by index. */
export async function linesWithSection(
  knex: Knex,
  { cartLineIds, orderLineIds }: { cartLineIds: string[]; orderLineIds: string[] },
  section: Record<string, unknown>,
): Promise<LineWithSection[]> {
  const asked = [...(cartLineIds.length ? [OF_CART_LINES] : []), ...(orderLineIds.length ? [OF_ORDER_LINES] : [])]
  if (!asked.length) {
    return []
  }
  const ids = [
    ...(cartLineIds.length ? [cartLineIds] : []),
    ...(orderLineIds.length ? [orderLineIds, LINE_KEY, orderLineIds] : []),
  ]
  const json = JSON.stringify(section)
  const { rows } = await knex.raw<{ rows: LineWithSection[] }>(
    `with asked as materialized (${asked.join(" union all ")})
    select a.line_id, top.line_id as top_line_id,
      case when r.payload @> ?::jsonb then r.payload else p.payload end as payload
    from asked a
      join service_core_line_record r on r.id = a.id and r.parent_id is not null
      left join service_core_line_record p on p.id = r.parent_id and p.parent_id is not null
      left join asked top on top.id = r.group_key
    where r.payload @> ?::jsonb or p.payload @> ?::jsonb`,
    [...ids, json, json, json] as string[],
  )
  return rows
}
