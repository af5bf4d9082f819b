import { findConfiguredProduct, type ProvisioningModuleService, type ServiceRow } from "../../../modules/provisioning"

/** What a service is made with now: its product's configuration, as its provider's schema reads it. */
export async function configurationOf(
  { db, room }: Pick<ProvisioningModuleService, "db" | "room">,
  { product_id, provider_id, configuration }: Pick<ServiceRow, "product_id" | "provider_id" | "configuration">,
): Promise<Record<string, unknown>> {
  const product = await findConfiguredProduct(db.knex, { product_id, provider_id })
  const parsed = room
    .providerOf(provider_id)
    ?.describe()
    .configuration.safeParse(product?.configuration ?? {})
  return parsed?.success ? parsed.data : configuration
}
