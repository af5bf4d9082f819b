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

/**
 * Takes contents out of their packages: later renewals do not have them. Where units of one were split off, the first of
 * those follows the order's line from then on.
 */
export async function removeItems(trx: Knex, ids: string[]): Promise<void> {
  if (!ids.length) {
    return
  }
  await trx("billing_subscription_item")
    .whereIn("id", ids)
    .update({ deleted_at: trx.fn.now(), updated_at: trx.fn.now() })
  await trx.raw(
    `with heir as (
       select distinct on (i.split_from_id) i.id, r.id as removed_id, r.order_line_id, r.split_from_id, r.ordered
       from billing_subscription_item i join billing_subscription_item r on r.id = i.split_from_id
       where i.split_from_id = any(?) and i.deleted_at is null order by i.split_from_id, i.id)
     update billing_subscription_item i
     set order_line_id = case when i.id = heir.id then heir.order_line_id else i.order_line_id end,
         ordered = case when i.id = heir.id then heir.ordered else i.ordered end,
         split_from_id = case when i.id = heir.id then heir.split_from_id else heir.id end,
         updated_at = now()
     from heir where i.split_from_id = heir.removed_id and i.deleted_at is null`,
    [ids],
  )
}

/** Sets how a content stands in its package. */
export async function setItemPlace(
  trx: Knex,
  item: { id: string; isHidden: boolean; position: number },
): Promise<void> {
  await trx("billing_subscription_item")
    .where({ id: item.id })
    .update({ is_hidden: item.isHidden, position: item.position, updated_at: trx.fn.now() })
}

/** Sets whether documents list the contents of what was sold under a record; units that were split off included. */
export async function setItemListing(
  knex: Knex,
  { recordId, isListed }: { recordId: string; isListed: boolean },
): Promise<void> {
  await knex("billing_subscription_item")
    .where({ line_record_id: recordId, kind: "package" })
    .whereNull("deleted_at")
    .update({ is_listed: isListed, updated_at: knex.fn.now() })
}

/** Makes an item a package, whose first content was added after the sale. */
export async function setItemPackage(
  trx: Knex,
  item: { id: string; recordId: string; isListed: boolean },
): Promise<void> {
  await trx("billing_subscription_item").where({ id: item.id }).update({
    kind: "package",
    line_record_id: item.recordId,
    is_listed: item.isListed,
    updated_at: trx.fn.now(),
  })
}
