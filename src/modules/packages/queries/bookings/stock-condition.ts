/** A boolean expression on Medusa's tables and the room's. */
interface Condition {
  sql: string
  bindings: unknown[]
}

/**
 * Whether a cart's completion needs the stock's guard, though nothing in it is a package: two of its lines share an
 * inventory item, which Medusa checks one by one; or one of its items is booked, is in a package, or is rented, so that
 * somebody may be booking it now.
 */
export const needsStockGuard = (cartId: string): Condition => ({
  sql: `exists (select 1 from (
      select kit.inventory_item_id, count(*) as lines
      from cart_line_item line
      join product_variant_inventory_item kit on kit.variant_id = line.variant_id and kit.deleted_at is null
      where line.cart_id = ? and line.deleted_at is null
      group by kit.inventory_item_id) needed
    where needed.lines > 1
      or exists (select 1 from packages_booking booking
        where booking.inventory_item_id = needed.inventory_item_id and booking.state <> 'released')
      or exists (select 1 from product_variant_inventory_item kit
        where kit.inventory_item_id = needed.inventory_item_id and kit.deleted_at is null and (
          exists (select 1 from packages_entry entry where entry.variant_id = kit.variant_id)
          or exists (select 1 from packages_article article
            where article.variant_id = kit.variant_id and article.unit in ('hour', 'day')))))`,
  bindings: [cartId],
})
