import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, readCartLineOf } from "../../../modules/billing"
import { refuse } from "../../errors/refuse"
import { validateVariants } from "./validate-variants"

interface LineUpdate {
  cart: { currency_code: string; region_id?: string | null }
  line: { id: string; product_id?: string | null; variant_id?: string | null }
  quantity: number | null
}

/** Refuses a change of a companion line, and more of what cannot be ordered; taking out is always allowed. */
export async function validateLineUpdate(
  container: MedusaContainer,
  { cart, line, quantity }: LineUpdate,
): Promise<void> {
  if (!line.variant_id) {
    await refuseCompanionChange(container, line.id)
    return
  }
  if (quantity !== 0) {
    await validateVariants(
      container,
      [{ field: "line_id", productId: line.product_id ?? null, variantId: line.variant_id }],
      { currencyCode: cart.currency_code, regionId: cart.region_id ?? null },
    )
  }
}

/** A set-up fee cannot be removed, repriced or kept apart from its product (B7). */
export async function refuseCompanionChange(container: MedusaContainer, lineId: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const record = await readCartLineOf(knex, lineId)
  if (record && record.kind !== "product") {
    refuse("line_id", "A set-up fee follows its product: change or remove that line instead")
  }
}

/** Medusa removes a line whatever cart the path names; one with a record is removed through its own cart only. */
export async function validateLineRemoval(container: MedusaContainer, cartId: string, lineId: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const record = await readCartLineOf(knex, lineId)
  if (record && record.cart_id !== cartId) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Line item with id: ${lineId} was not found`)
  }
  await refuseCompanionChange(container, lineId)
}
