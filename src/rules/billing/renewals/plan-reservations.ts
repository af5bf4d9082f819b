import type { RenewalOrder } from "./renewal-order"

/** An order line of a renewal that is to be shipped. */
export interface RenewalGoods {
  line_id: string
  variant_id: string
  quantity: number
  sales_channel_id: string | null
}

/** An article in stock that a unit of a variant consists of. */
export interface StockItem {
  inventory_item_id: string
  required_quantity: number
}

/** An article at a location. */
export interface StockLevel {
  inventory_item_id: string
  location_id: string
  free: number
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

/** The lines of renewals that are to be shipped. */
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
 * What is reserved where. As Medusa chooses for a cart: the first location of the order's sales channel that has enough,
 * else the first that keeps the article at all; what one line takes is gone for the next. An article that no such location
 * keeps is left out.
 */
export function planReservations(
  goods: readonly RenewalGoods[],
  { parts, places }: { parts: ReadonlyMap<string, StockItem[]>; places: readonly StockLevel[] },
): PlannedReservation[] {
  const stock = places.map((place) => ({ ...place }))
  return goods.flatMap((line) =>
    (parts.get(line.variant_id) ?? []).flatMap(({ inventory_item_id, required_quantity }) => {
      const quantity = line.quantity * required_quantity
      const kept = stock.filter((place) => place.inventory_item_id === inventory_item_id && serves(place, line))
      const place = kept.find(({ free }) => free >= quantity) ?? kept[0]
      if (!place) {
        return []
      }
      place.free -= quantity
      return [
        {
          id: `resitem_${afterPrefix(line.line_id)}_${afterPrefix(inventory_item_id)}`,
          line_item_id: line.line_id,
          inventory_item_id,
          location_id: place.location_id,
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
