import { eraseServicesOf, PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import type { PersonalDataErasure } from "../../ports/personal-data-erasure"

/** Empties what services, and the calls of their providers, say of customers who are erased. */
export const eraseServices: PersonalDataErasure = async (container, { customerIds }) =>
  eraseServicesOf(container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db.knex, customerIds)
