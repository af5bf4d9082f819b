import type { RenewalOrder } from "./renewal-order"

/** A renewal's order line that is shipped. */
export interface RenewalGoods {
  line_id: string
  variant_id: string
  quantity: number
  sales_channel_id: string | null
}

/** An inventory item that one unit of a variant needs. */
export interface StockItem {
  inventory_item_id: string
  required_quantity: number
}

/** The stock of an inventory item at a location. */
export interface StockLevel {
  inventory_item_id: string
  location_id: string
  available: number
  sales_channel_ids: string[]
}

/** A reservation in the names of Medusa's inventory. */
export interface PlannedReservation {
  id: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  quantity: number
  allow_backorder: true
}

/** The lines of renewals that are shipped. */
export function goodsOf(orders: readonly Pick<RenewalOrder, "items" | "sales_channel_id">[]): RenewalGoods[] {
  return orders.flatMap(({ items, sales_channel_id }) =>
    items
      .filter(({ requires_shipping }) => requires_shipping)
      .map(({ id, variant_id, quantity }) => ({
        line_id: id,
        variant_id,
        quantity,
        sales_channel_id: sales_channel_id ?? null,
      })),
  )
}

/**
 * Plans what is reserved where. Like Medusa for a cart, it picks the first location of the order's sales channel that
 * has enough, else the first that stocks the item. What one line reserves is not available to the next. An item that no
 * such location stocks is left out.
 */
export function planReservations(
  goods: readonly RenewalGoods[],
  { items, levels }: { items: ReadonlyMap<string, StockItem[]>; levels: readonly StockLevel[] },
): PlannedReservation[] {
  const stock = levels.map((level) => ({ ...level }))
  return goods.flatMap((line) =>
    (items.get(line.variant_id) ?? []).flatMap(({ inventory_item_id, required_quantity }) => {
      const quantity = line.quantity * required_quantity
      const candidates = stock.filter((level) => level.inventory_item_id === inventory_item_id && serves(level, line))
      const level = candidates.find(({ available }) => available >= quantity) ?? candidates[0]
      if (!level) {
        return []
      }
      level.available -= quantity
      return [
        {
          id: `resitem_${afterPrefix(line.line_id)}_${afterPrefix(inventory_item_id)}`,
          line_item_id: line.line_id,
          inventory_item_id,
          location_id: level.location_id,
          quantity,
          allow_backorder: true as const,
        },
      ]
    }),
  )
}

const serves = ({ sales_channel_ids }: StockLevel, { sales_channel_id }: RenewalGoods): boolean =>
  sales_channel_id === null || sales_channel_ids.includes(sales_channel_id)

const afterPrefix = (id: string): string => id.slice(id.indexOf("_") + 1)
