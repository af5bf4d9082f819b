import type { CivilDate, Interval } from "../../calendar"
import type { Decimal } from "../../money"
import type { FileStatus } from "./read-cells"

/** An address as a file has it, in the names of Medusa's. */
export interface FileAddress {
  first_name: string | null
  last_name: string | null
  company: string | null
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  province: string | null
  country_code: string
  phone: string | null
}

/** A row of the file, read: what runs in the other system. */
export interface FileSubscription {
  /** The header is row 1, as spreadsheets count. */
  row: number
  /** The other system's own name of it: it is moved once. */
  key: string
  status: Exclude<FileStatus, "ended">
  customerId: string | null
  email: string | null
  product: string
  quantity: number
  unitPrice: Decimal
  currencyCode: string
  isTaxInclusive: boolean
  interval: Interval
  /** When the other system bills next; of a trial, its end. */
  nextOn: CivilDate
  startedOn: CivilDate | null
  endsOn: CivilDate | null
  providerId: string | null
  methodId: string | null
  accountId: string | null
  language: string | null
  /** What the other system counts it for a month; null: the file does not say. */
  mrr: Decimal | null
  /** null: the file names no country. */
  address: FileAddress | null
}
