import type { CreatePromotionDTO, MedusaContainer } from "@medusajs/framework/types"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"

interface GivenPromotion {
  code: string
  value: number
  type?: "percentage" | "fixed"
  /** Aimed at the products of these ids; left out: at all. */
  productIds?: string[]
}

/** A code of Medusa's own: a percentage of each line, or an amount of each unit in euro. Returns its id. */
export async function givePromotion(
  container: MedusaContainer,
  { code, value, type = "percentage", productIds }: GivenPromotion,
): Promise<string> {
  const promotion: CreatePromotionDTO = {
    code,
    type: "standard",
    status: "active",
    application_method: {
      type,
      target_type: "items",
      allocation: "each",
      max_quantity: 100,
      value,
      currency_code: "eur",
      target_rules: productIds ? [{ attribute: "items.product.id", operator: "in", values: productIds }] : [],
    },
  }
  const { result } = await createPromotionsWorkflow(container).run({ input: { promotionsData: [promotion] } })
  return result[0]?.id ?? ""
}
