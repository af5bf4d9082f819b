import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  type Container,
  type ContainedAs,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readDirectContainers,
} from "../../../modules/packages"
import { productTitles } from "./product-titles"

const NAMES: Record<ContainedAs, string> = { product_id: "product", variant_id: "variant" }

/** Throws NOT_ALLOWED with the packages' names where packages contain one of these, which are to be deleted. */
export async function refuseWhileContained(container: MedusaContainer, as: ContainedAs, ids: string[]): Promise<void> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const containers = await readDirectContainers(knex, as, ids)
  // What goes at the same time holds nothing back.
  const kept = as === "product_id" ? containers.filter(({ product_id }) => !ids.includes(product_id)) : containers
  if (kept.length) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, await reasonOf(container, as, kept))
  }
}

async function reasonOf(container: MedusaContainer, as: ContainedAs, kept: Container[]): Promise<string> {
  const ids = [...new Set(kept.map(({ product_id }) => product_id))]
  const titles = await productTitles(container, ids)
  const names = ids.map((id) => `"${titles.get(id) ?? id}"`).join(", ")
  return `Cannot be deleted: the ${NAMES[as]} is in ${ids.length === 1 ? "the package" : "the packages"} ${names}`
}
