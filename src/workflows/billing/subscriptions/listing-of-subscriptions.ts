import { BILLING_MODULE, setItemListing, type BillingModuleService } from "../../../modules/billing"
import type { DocumentListing } from "../../ports/document-listing"

/** Invoices of renewals list a package's contents, or its title alone, as an admin has said of what was sold (P3). */
export const listingOfSubscriptions: DocumentListing = {
  follow: (container, listing) =>
    setItemListing(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, listing),
}
