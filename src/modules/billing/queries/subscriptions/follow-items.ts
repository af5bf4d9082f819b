import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderedTerms, RecurringTerms } from "../../../../rules/billing"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"

export interface FollowedItem {
  id: string
  quantity: number
  unitPrice: Decimal
  isTaxInclusive: boolean
  /** Its share of the line's discounts. */
  discounts: RecurringTerms[]
}

/** Sets what an item has of its order line, from its next renewal on. */
export async function setItemTerms(trx: Knex, item: FollowedItem): Promise<void> {
  await trx("billing_subscription_item")
    .where({ id: item.id })
    .update({
      quantity: item.quantity,
      ...amountColumns("unit_price", item.unitPrice),
      is_tax_inclusive: item.isTaxInclusive,
      discounts: JSON.stringify(item.discounts),
      updated_at: trx.fn.now(),
    })
}

/** Records what an item has followed of its order line. */
export async function setOrderedTerms(trx: Knex, itemId: string, ordered: OrderedTerms): Promise<void> {
  await trx("billing_subscription_item")
    .where({ id: itemId })
    .update({ ordered: JSON.stringify(ordered), updated_at: trx.fn.now() })
}
