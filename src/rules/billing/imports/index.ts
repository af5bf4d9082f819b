export type { CheckRowContext } from "./check-row"
export type { FileAddress, FileSubscription } from "./file-subscription"
export { IMPORT_FORMATS, type ImportFormatName } from "./formats/import-formats"
export { IMPORT_COLUMNS, type ImportColumn } from "./import-columns"
export { importedDates, type ImportedDates } from "./imported-dates"
export {
  planSubscriptionsImport,
  type ImportCustomer,
  type ImportFacts,
  type ImportProduct,
  type PlannedRow,
  type SubscriptionsPlan,
} from "./plan-import"
export type { ImportCurrencySum, ImportMonthSum, ImportSums } from "./prove-import"
export type { ReadSubscriptions } from "./read-subscriptions"
