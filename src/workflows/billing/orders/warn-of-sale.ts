import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, takeSaleWarnings } from "../../../modules/billing"
import { isWarningConfirmed, saleWarning, type SaleWarning } from "../../../rules/billing"
import { refuse } from "../../errors/refuse"
import { loadOfferTerms } from "../offers/steps/load-offer-terms"

export interface AdminSaleRequest {
  /** What is sold by: a draft, an order, an exchange; a draft that does not exist yet has no id. */
  sale: string
  actorId: string
  /** In the order of the request; null: no variant's. */
  variantIds: (string | null)[]
  place: { currencyCode: string; regionId: string | null }
  /** What the refusal names, by place in the request; left out: `items.0.variant_id`. */
  fieldOf?: (index: number) => string
}

/**
 * Warns an admin before something is sold that no customer could order (decision 0025): the request is refused once,
 * with the reason, and accepted when the same admin makes it again.
 */
export async function warnOfSale(container: MedusaContainer, request: AdminSaleRequest): Promise<void> {
  const warnings = await warningsOf(container, request)
  if (!warnings.length) {
    return
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { sale, actorId } = request
  const given = await takeSaleWarnings(knex, {
    sale,
    actor_id: actorId,
    warnings: warnings.map(({ variantId, code }) => ({ variant_id: variantId, code })),
  })
  const open = warnings.find(({ variantId, code }) => !isWarningConfirmed(given.get(`${variantId}:${code}`) ?? null))
  if (open) {
    const index = request.variantIds.indexOf(open.variantId)
    const confirm = "To sell it all the same, do the same again within ten minutes"
    refuse((request.fieldOf ?? itemField)(index), `${open.reason}, so no customer can order it. ${confirm}.`)
  }
}

const itemField = (index: number): string => `items.${index}.variant_id`

async function warningsOf(container: MedusaContainer, { variantIds, place }: AdminSaleRequest): Promise<SaleWarning[]> {
  const ids = [...new Set(variantIds.flatMap((id) => id ?? []))]
  if (!ids.length) {
    return []
  }
  const { data: variants } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: ["id", "product_id"], filters: { id: ids } })
  const productIds = [...new Set(variants.flatMap(({ product_id }) => product_id ?? []))]
  const offers = await loadOfferTerms(container, { productIds, ...place })
  return ids.flatMap((id) => {
    const productId = variants.find((variant) => variant.id === id)?.product_id
    const loaded = productId ? offers.get(productId) : undefined
    return (loaded && saleWarning(id, loaded)) ?? []
  })
}
