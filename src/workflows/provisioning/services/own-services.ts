import type { MedusaContainer } from "@medusajs/framework/types"
import {
  listServices,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
  type ServiceFilters,
  type ServiceRow,
  sourcesOfCustomer,
} from "../../../modules/provisioning"
import { hiddenSources } from "./hidden-sources"

/** One page of a customer's own services, and how many there are: without those of hidden contents (P13). */
export async function ownServices(
  container: MedusaContainer,
  { customer_id, ...filters }: ServiceFilters & { customer_id: string },
  page: { limit: number; offset: number },
): Promise<{ services: ServiceRow[]; count: number }> {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const without_sources = await hiddenSources(container, await sourcesOfCustomer(knex, customer_id))
  return listServices(knex, { ...filters, customer_id, without_sources }, page)
}
