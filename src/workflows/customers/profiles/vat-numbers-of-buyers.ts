import { profileOfQuickOrder, vatNumberOfProfile, vatNumbersOfCustomers } from "../../../modules/customers"
import type { BuyerVatNumbers } from "../../ports/buyer-vat-numbers"
import { customersDatabase } from "./editing"

/** The VAT numbers of profiles, for invoices. */
export const vatNumbersOfBuyers: BuyerVatNumbers = {
  ofCustomers: (container, customerIds) => vatNumbersOfCustomers(customersDatabase(container), customerIds),

  ofOrder: async (container, orderId) => {
    const db = customersDatabase(container)
    const profileId = await profileOfQuickOrder(db, orderId)
    return profileId === null ? null : vatNumberOfProfile(db, profileId)
  },
}
