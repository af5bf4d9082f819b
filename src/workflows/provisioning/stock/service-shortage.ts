import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PROVISIONING_MODULE, readServiceStocks, type ProvisioningModuleService } from "../../../modules/provisioning"
import { checkServiceStock, shortageReason, type ServiceShortage } from "../../../rules/provisioning"
import type { ServiceStock } from "../../ports/service-stock"

/** Why so many more services of these products cannot be had now (S9); null: they can. */
export const serviceShortage: ServiceStock["shortage"] = async (container, asked) => {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const wanted = new Map([...asked].filter(([, quantity]) => quantity > 0))
  const [short] = checkServiceStock(wanted, await readServiceStocks(knex, [...wanted.keys()]))
  return short ? reasonOfShortage(container, short) : null
}

/** What is short, by its product's name. */
export async function reasonOfShortage(container: MedusaContainer, short: ServiceShortage): Promise<string> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: ["title"], filters: { id: short.productId } })
  return shortageReason(data[0]?.title ?? short.productId, short)
}
