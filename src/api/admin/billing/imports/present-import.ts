import type { SubscriptionsImportAnswer } from "../../../../contracts/billing/imports"
import type { PlannedRow } from "../../../../rules/billing"
import { round } from "../../../../rules/money"
import type { PlannedImport } from "../../../../workflows/billing/imports/plan-import"

const MOST_PROBLEMS = 200
const MOST_ROWS = 20

const NOTHING = { unchanged_count: 0, new_customer_count: 0, currencies: [], months: [], rows: [] }

/** What an import would do: the counts, the sums of both sides, and the first of its rows or problems. */
export function presentImport({ plan, leftOut }: PlannedImport): SubscriptionsImportAnswer {
  if (!plan.ok) {
    const { problems } = plan
    return {
      ...{ is_written: false, created_count: 0, left_out_count: leftOut, ...NOTHING },
      ...{ problems: problems.slice(0, MOST_PROBLEMS), problem_count: problems.length },
    }
  }
  return {
    is_written: false,
    created_count: plan.rows.length,
    unchanged_count: plan.unchanged,
    left_out_count: leftOut,
    new_customer_count: new Set(plan.rows.flatMap(({ newCustomerEmail }) => newCustomerEmail ?? [])).size,
    currencies: plan.sums.currencies.map((sum) => ({
      currency_code: sum.currencyCode,
      file_count: sum.fileCount,
      count: sum.count,
      file_mrr: round(sum.fileMrr, sum.currencyCode),
      mrr: round(sum.mrr, sum.currencyCode),
    })),
    months: plan.sums.months.map((sum) => ({
      month: sum.month,
      currency_code: sum.currencyCode,
      file_count: sum.fileCount,
      count: sum.count,
      file_amount: round(sum.fileAmount, sum.currencyCode),
      amount: round(sum.amount, sum.currencyCode),
    })),
    problems: [],
    problem_count: 0,
    rows: plan.rows.slice(0, MOST_ROWS).map(presentRow),
  }
}

function presentRow({
  row,
  subscription: { row: columns, items },
}: PlannedRow): SubscriptionsImportAnswer["rows"][number] {
  const [item] = items
  return {
    row,
    email: columns.email,
    title: item?.title ?? "",
    next_on: columns.trial_end_on ?? columns.period_end,
    unit_price: item?.unit_price ?? "0",
    quantity: item?.quantity ?? 0,
    currency_code: columns.currency_code,
  }
}
