import { csvHead, csvRows } from "../../text"
import type { ProfileFields } from "../profiles/profile-columns"
import { CUSTOMER_COLUMNS } from "./customer-columns"

/** A customer of an export; `notes` is the latest note. */
export type ExportedCustomer = ProfileFields & { id: string; notes: string | null }

export const customersFileHead = (): string => csvHead(CUSTOMER_COLUMNS)

/** Rows of the file; what a spreadsheet would run as a formula is neutralised. */
export const customersFileRows = (customers: readonly ExportedCustomer[]): string =>
  csvRows(CUSTOMER_COLUMNS, customers)
