import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PACKAGES_MODULE, type PackagesModuleService, readPackages } from "../../../../modules/packages"
import type { PackageBody } from "../../../../rules/packages"
import { copyOfProduct, readCopiedProduct } from "../../../store/copied-product"
import { loadBasePrices } from "../base-prices"

export interface DuplicatePackageInput {
  product_id: string
  /** The title of the copy. */
  title: string
}

export interface Duplicate {
  product: CreateProductWorkflowInputDTO
  package: PackageBody
}

/**
 * What the copy of a package is made from: a draft, so that nobody buys it before it is looked at. Throws NOT_FOUND where the
 * product is no package.
 */
export const loadDuplicateStep = createStep(
  "packages-load-duplicate",
  async ({ product_id, title }: DuplicatePackageInput, { container }) => {
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    const [stored] = await readPackages(knex, [product_id])
    const product = await readCopiedProduct(container, product_id)
    if (!stored || !product) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package of the product with id: ${product_id} was not found`)
    }
    const { id: _id, product_id: _product, version: _version, changed_in: _changed, ...columns } = stored.package
    const entries = stored.entries.map(({ id: _entry, ...entry }) => entry)
    const loaded = await loadBasePrices(
      container,
      (product.variants ?? []).map(({ id }) => id),
    )
    const prices = new Map([...loaded].map(([id, of]) => [id, of.prices]))
    return new StepResponse<Duplicate>({
      product: copyOfProduct(product, { title, prices }),
      package: { ...columns, entries, rates: stored.rates },
    })
  },
)
