import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import type { DiscountItem } from "./discount-sale"

/**
 * Lines that billing has added to others: set-up fees. Its records say so, not the lines' metadata, which a client can
 * write. A fee has no variant: where every line has one, nothing is asked.
 */
export async function companionLines(
  container: MedusaContainer,
  cartId: string | null,
  items: DiscountItem[],
): Promise<Set<string>> {
  const ids = items.filter((item) => !item.variant_id).map(({ id }) => id)
  if (cartId === null || !ids.length) {
    return new Set()
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const rows: { line_item_id: string }[] = await knex("billing_cart_line")
    .where("cart_id", cartId)
    .whereIn("line_item_id", ids)
    .whereNot("kind", "product")
    .whereNull("deleted_at")
    .select("line_item_id")
  return new Set(rows.map((row) => row.line_item_id))
}
