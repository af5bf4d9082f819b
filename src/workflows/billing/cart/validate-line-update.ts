import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readLineRecordOf } from "../../../modules/core"
import { BILLING_ROOM } from "../../../rules/billing/cart/billing-line"
import { refuse } from "../../errors/refuse"
import { validateVariants } from "./validate-variants"

interface LineUpdate {
  cart: { currency_code: string; region_id?: string | null }
  line: { id: string; product_id?: string | null; variant_id?: string | null }
  quantity: number | null
}

/** Refuses changes of dependent lines, and a new quantity of what cannot be ordered. Removing is always allowed. */
export async function validateLineUpdate(
  container: MedusaContainer,
  { cart, line, quantity }: LineUpdate,
): Promise<void> {
  if (!line.variant_id) {
    await refuseDependentChange(container, line.id)
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
export async function refuseDependentChange(container: MedusaContainer, lineId: string): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const record = await readLineRecordOf(knex, lineId)
  if (record?.room === BILLING_ROOM && record.parentId !== null) {
    refuse("line_id", "A set-up fee follows its product: change or remove that line instead")
  }
}

/** Medusa removes a line whatever cart the path names; one with a record is removed through its own cart only. */
export async function validateLineRemoval(container: MedusaContainer, cartId: string, lineId: string): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const record = await readLineRecordOf(knex, lineId)
  if (record && record.cartId !== cartId) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Line item with id: ${lineId} was not found`)
  }
  await refuseDependentChange(container, lineId)
}
