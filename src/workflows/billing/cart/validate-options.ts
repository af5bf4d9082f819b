import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, productsOfCycles } from "../../../modules/billing"
import type { Metadata } from "../../../rules/cart"
import { refuse } from "../../errors/refuse"
import { serviceOptions } from "../../ports/service-options"
import { chosenIn } from "./load-line-options"

export interface ItemWithOptions {
  /** Where the request has it: `metadata`, or `items.0.metadata`. */
  field: string
  variantId: string | null
  metadata: Metadata | null | undefined
}

/** Refuses what cannot be chosen, before anything is written (S3). Items of plain goods are not looked at. `known`: the
 * products of those that are cycles, by variant. */
export async function validateOptions(
  container: MedusaContainer,
  items: readonly ItemWithOptions[],
  currencyCode: string,
  known?: ReadonlyMap<string, string>,
): Promise<void> {
  const products = known ?? (await productsOf(container, items))
  const asked = items.flatMap(({ variantId, metadata }, index) => {
    const productId = products.get(variantId ?? "")
    return productId === undefined || variantId === null
      ? []
      : [{ id: String(index), productId, variantId, values: chosenIn(metadata) }]
  })
  const chosen = asked.length ? await serviceOptions.get().ofLines(container, asked, currencyCode) : new Map()
  for (const [index, found] of chosen) {
    if (!found.ok) {
      refuse(`${items[Number(index)]?.field ?? "metadata"}.${found.problem.field}`, found.problem.reason)
    }
  }
}

async function productsOf(
  container: MedusaContainer,
  items: readonly ItemWithOptions[],
): Promise<ReadonlyMap<string, string>> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const variantIds = items.flatMap(({ variantId }) => variantId ?? [])
  return variantIds.length ? productsOfCycles(knex, variantIds) : new Map()
}
