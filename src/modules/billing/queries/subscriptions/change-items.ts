import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RecurringTerms } from "../../../../rules/billing"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"

/** Sets the price of one unit of an item, in major units, from its next renewal on. */
export async function setItemPrice(
  trx: Knex,
  item: { id: string; unitPrice: Decimal; isTaxInclusive: boolean },
): Promise<void> {
  await trx("billing_subscription_item")
    .where({ id: item.id })
    .update({
      ...amountColumns("unit_price", item.unitPrice),
      is_tax_inclusive: item.isTaxInclusive,
      updated_at: trx.fn.now(),
    })
}

/** Sets an item's remaining units, and their share of its discounts. */
export async function setItemUnits(
  trx: Knex,
  item: { id: string; quantity: number; discounts: RecurringTerms[] },
): Promise<void> {
  await trx("billing_subscription_item")
    .where({ id: item.id })
    .update({ quantity: item.quantity, discounts: JSON.stringify(item.discounts), updated_at: trx.fn.now() })
}
