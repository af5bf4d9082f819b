import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** From now on prices of this currency include their tax. */
export async function includeTaxes(container: MedusaContainer, currency: string): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const preference = { attribute: "currency_code", value: currency }
  const [existing] = await pricing.listPricePreferences(preference)
  await (existing
    ? pricing.updatePricePreferences(existing.id, { is_tax_inclusive: true })
    : pricing.createPricePreferences({ ...preference, is_tax_inclusive: true }))
}
