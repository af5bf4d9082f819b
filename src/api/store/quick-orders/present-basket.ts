import type { BasketAnswer } from "../../../contracts/customers/quick-orders"
import { basketKey, type PriceChange } from "../../../rules/customers"
import { yourPrice, type Basket } from "../../../workflows/customers/quick-orders/basket"

export const presentChange = ({ variantId, before, after }: PriceChange) => ({ key: variantId, before, after })

export const presentBasket = ({ turn, lines, estimate, changes }: Basket): BasketAnswer => ({
  turn,
  items: lines.map(({ item, variant, sum }) => ({
    key: basketKey(item),
    variant_id: item.variant_id,
    choices: (item.choices ?? []).map(({ path, isChosen, quantity }) => ({
      path,
      ...(isChosen === undefined ? {} : { is_chosen: isChosen }),
      ...(quantity === undefined ? {} : { quantity }),
    })),
    title: variant && [variant.productTitle, variant.title].filter(Boolean).join(" – "),
    quantity: item.quantity,
    your_price: yourPrice(variant),
    sum,
  })),
  estimate,
  changes: changes.map(presentChange),
})
