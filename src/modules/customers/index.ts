import { Module } from "@medusajs/framework/utils"
import CustomersModuleService from "./service"

export const CUSTOMERS_MODULE = "serviceCustomers"

export default Module(CUSTOMERS_MODULE, { service: CustomersModuleService })

export type { CustomersModuleService }

export * from "./queries/imports/existing-profiles"
export * from "./queries/imports/write-import"
export * from "./queries/links/link-tokens"
export * from "./queries/links/quick-order-links"
export * from "./queries/imports/export-profiles"
export * from "./queries/merging/duplicate-keys"
export * from "./queries/merging/merge-facts"
export * from "./queries/merging/merge-profiles"
export * from "./queries/notes/follow-ups"
export * from "./queries/notes/notes"
export * from "./queries/personal-data/erase-person"
export * from "./queries/personal-data/ordered-by-links"
export * from "./queries/profiles/appeared-customers"
export * from "./queries/profiles/linked-customers"
export * from "./queries/profiles/list-profiles"
export * from "./queries/profiles/orders-of-customers"
export * from "./queries/profiles/profile-row"
export * from "./queries/profiles/read-profiles"
export * from "./queries/profiles/write-profile"
export * from "./queries/search/found-customers"
export * from "./queries/search/saved-filters"
export * from "./queries/quick-orders/cart-terms"
export * from "./queries/quick-orders/catalogue"
export * from "./queries/quick-orders/quick-orders"
export { hasTrigrams } from "./queries/search/search-condition"
