import { model } from "@medusajs/framework/utils"
import { FILL_RULES } from "../../../rules/provisioning"

/** How a product is made by a provider (S2). */
export const Product = model
  .define("provisioning_product", {
    id: model.id({ prefix: "pprod" }).primaryKey(),
    product_id: model.text(),
    provider_id: model.text(),
    /** As the provider's schema has checked it. */
    configuration: model.json().default({}),
    server_group: model.text().nullable(),
    fill_rule: model.enum([...FILL_RULES]).default("least_used"),
    version: model.number().default(1),
    changed_in: model.json().default({}),
  })
  .indexes([
    {
      name: "IDX_provisioning_product_product_id",
      on: ["product_id", "provider_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
  ])
