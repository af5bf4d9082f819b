import type { BasketAnswer } from "../../../contracts/customers/quick-orders"
import type { PriceChange } from "../../../rules/customers"
import { yourPrice, type Basket } from "../../../workflows/customers/quick-orders/basket"

export const presentChange = ({ variantId, before, after }: PriceChange) => ({ key: variantId, before, after })

export const presentBasket = ({ turn, lines, estimate, changes }: Basket): BasketAnswer => ({
  turn,
  items: lines.map(({ item, variant }) => ({
    variant_id: item.variant_id,
    title: variant && [variant.productTitle, variant.title].filter(Boolean).join(" – "),
    quantity: item.quantity,
    your_price: yourPrice(variant ?? undefined),
  })),
  estimate,
  changes: changes.map(presentChange),
})
