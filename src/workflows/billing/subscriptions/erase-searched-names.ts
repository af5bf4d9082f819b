import { BILLING_MODULE, type BillingModuleService, searchByNamesOf } from "../../../modules/billing"
import type { PersonalDataErasure } from "../../ports/personal-data-erasure"

/** Medusa has their names no more, and nor has the search for subscriptions. */
export const eraseSearchedNames: PersonalDataErasure = async (container, { customerIds }) =>
  searchByNamesOf(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, customerIds)
