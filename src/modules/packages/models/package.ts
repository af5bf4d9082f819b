import { model } from "@medusajs/framework/utils"
import { PACKAGE_PRICINGS } from "../../../rules/packages/recipes/recipe"

/** That a Medusa product is a package, and how it is priced (P2, P3). One per product. */
export const Package = model
  .define("packages_package", {
    id: model.id({ prefix: "ppkg" }).primaryKey(),
    product_id: model.text(),
    pricing: model.enum([...PACKAGE_PRICINGS]),
    /** Hours of contents priced by the hour where the order names none (P10); null: those of the period. */
    default_hours: model.number().nullable(),
    /** In days or hours, as the package is priced; null: one. */
    minimum_duration: model.number().nullable(),
    contract_description: model.text().nullable(),
    /** Whether the storefront shows the contract description. */
    shows_contract_description: model.boolean().default(false),
    /** Never sent to a customer. */
    internal_notes: model.text().nullable(),
    /** Whether customer documents list the contents; false: the title alone. The default of each order line. */
    lists_contents: model.boolean().default(true),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
  })
  .indexes([{ name: "IDX_packages_package_product_id", on: ["product_id"], unique: true }])
