import type { Decimal } from "../../money"
import { csvHead, csvRows } from "../../text"

/** Use and revenue of one discount, or of the personal percentages, in one currency. */
export interface ReportRow {
  discount_id: string | null
  name: string
  source: string
  currency_code: string
  uses: number
  lines: number
  quantity: Decimal | number
  discount_total: Decimal
  revenue: Decimal
}

const COLUMNS = [
  "discount_id",
  "name",
  "source",
  "currency_code",
  "uses",
  "lines",
  "quantity",
  "discount_total",
  "revenue",
] as const satisfies readonly (keyof ReportRow)[]

/** The report as a CSV file. */
export const discountReportFile = (rows: readonly ReportRow[]): string => csvHead(COLUMNS) + csvRows(COLUMNS, rows)
