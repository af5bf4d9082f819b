import { BILLING_MODULE, type BillingModuleService, eraseOfferRequests } from "../../../modules/billing"
import type { PersonalDataErasure } from "../../ports/personal-data-erasure"

/** Empties what requests say of customers who are erased. */
export const eraseRequests: PersonalDataErasure = async (container, { customerIds, formKeys }) =>
  eraseOfferRequests(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, { customerIds, formKeys })
