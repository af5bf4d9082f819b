import type { EInvoice } from "../e-invoice"

/** One business rule of EN 16931, by its name there. */
export interface RuleCheck {
  rule: string
  /** What it asks for, in words. */
  says: string
  holds(invoice: EInvoice): boolean
}
