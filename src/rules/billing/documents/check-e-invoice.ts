import { CATEGORY_CHECKS } from "./checks/category-checks"
import { PRESENCE_CHECKS } from "./checks/presence-checks"
import type { RuleCheck } from "./checks/rule-check"
import { SUM_CHECKS } from "./checks/sum-checks"
import type { EInvoice } from "./e-invoice"

/** The business rules of EN 16931 that are checked, each by its name in the standard. */
export const E_INVOICE_CHECKS: readonly RuleCheck[] = [...PRESENCE_CHECKS, ...SUM_CHECKS, ...CATEGORY_CHECKS]

/** The rules that an invoice breaks: a file that breaks one is not given out. */
export function checkEInvoice(invoice: EInvoice): { rule: string; says: string }[] {
  const isNumeric = PRESENCE_CHECKS.every(({ holds }) => holds(invoice))
  const checks = isNumeric ? E_INVOICE_CHECKS : PRESENCE_CHECKS
  return checks.flatMap(({ rule, says, holds }) => (holds(invoice) ? [] : [{ rule, says }]))
}
