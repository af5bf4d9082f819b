import type {
  ArticleDiscount,
  ArticleFacts,
  Assignment,
  AssignmentLevel,
  DateBounds,
  DiscountRule,
  DiscountSettings,
  DiscountType,
  OrderDiscount,
  OrderDiscountBase,
  OrderRange,
  PeriodColumns,
  PersonalScope,
  RangeColumns,
  RenewalTerms,
  RuleColumns,
  UsageFacts,
} from "../../rules/discounts"
import type { Decimal } from "../../rules/money"

/** Rows as PostgreSQL answers them: numeric columns are exact decimal strings. */
interface UsageRow {
  usage_limit: number | null
  used: number
  usage_limit_per_customer: number | null
  used_by_customer: number
}

interface RenewalRow {
  renewals: RenewalTerms
  renewal_cycles: number | null
}

export type RuleRow = RuleColumns

interface DiscountRow extends UsageRow, RenewalRow {
  id: string
  name: string
  type: DiscountType
  is_active: boolean
  groups: string[]
}

interface AssignmentRow extends PeriodColumns {
  discount_id: string
  level: AssignmentLevel
  target_id: string
  position: number
}

export type RangeRow = Omit<RangeColumns, "id">

interface OrderDiscountRow extends UsageRow, PeriodColumns, RenewalRow {
  id: string
  name: string
  position: number
  is_active: boolean
  groups: string[]
}

interface ArticleRow {
  level: AssignmentLevel
  target_id: string
  order_discount_eligible: boolean | null
  costs: Record<string, Decimal> | null
}

export interface SettingsRow {
  is_advanced: boolean
  on_special_prices: boolean
  order_discount_base: OrderDiscountBase
  personal_scope: PersonalScope
  max_discount_percent: Decimal | null
  min_margin_percent: Decimal | null
}

/** One answer of `readCandidates`: null where there is nothing. */
export interface CandidateRows {
  assignments: AssignmentRow[] | null
  discounts: DiscountRow[] | null
  rules: (RuleRow & { discount_id: string })[] | null
  order_discounts: OrderDiscountRow[] | null
  ranges: (RangeRow & { order_discount_id: string })[] | null
  articles: ArticleRow[] | null
  settings: Partial<SettingsRow> | null
}

export type StoredArticle = ArticleFacts

/** All stored rows that an evaluation can need. */
export interface Candidates {
  discounts: ArticleDiscount[]
  assignments: Assignment[]
  orderDiscounts: OrderDiscount[]
  articles: StoredArticle[]
  settings: DiscountSettings
}

/** Used until the merchant has saved settings. */
export const DEFAULT_SETTINGS: SettingsRow = {
  is_advanced: true,
  on_special_prices: false,
  order_discount_base: "price",
  personal_scope: "quick_order",
  max_discount_percent: null,
  min_margin_percent: null,
}

/** Maps the room's rows to the rule's facts. */
export function toCandidates(rows: CandidateRows): Candidates {
  const rules = byKey(rows.rules, (rule) => rule.discount_id)
  const ranges = byKey(rows.ranges, (range) => range.order_discount_id)
  return {
    discounts: (rows.discounts ?? []).map((row) => toDiscount(row, rules.get(row.id) ?? [])),
    assignments: (rows.assignments ?? []).map(toAssignment),
    orderDiscounts: (rows.order_discounts ?? []).map((row) => toOrderDiscount(row, ranges.get(row.id) ?? [])),
    articles: (rows.articles ?? []).map(toArticle),
    settings: toSettings({ ...DEFAULT_SETTINGS, ...rows.settings }),
  }
}

function byKey<Row>(rows: Row[] | null, key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows ?? []) {
    const list = found.get(key(row))
    if (list) {
      list.push(row)
    } else {
      found.set(key(row), [row])
    }
  }
  return found
}

const toUsage = (row: UsageRow): UsageFacts => ({
  limit: row.usage_limit,
  used: row.used,
  limitPerCustomer: row.usage_limit_per_customer,
  usedByCustomer: row.used_by_customer,
})

const toPeriod = (row: PeriodColumns): DateBounds => ({
  isLimited: row.limited_duration,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
})

const toRule = (row: RuleRow): DiscountRule => ({
  id: row.id,
  trigger: row.trigger,
  min: row.min,
  max: row.max,
  mode: row.mode,
  value: row.value,
  per: row.per,
  currencyCode: row.currency_code,
})

const toRange = (row: RangeRow): OrderRange => ({
  currencyCode: row.currency_code,
  min: row.min,
  max: row.max,
  percent: row.percent,
})

const toDiscount = (row: DiscountRow, rules: RuleRow[]): ArticleDiscount => ({
  id: row.id,
  name: row.name,
  type: row.type,
  isActive: row.is_active,
  groups: row.groups,
  rules: rules.map(toRule),
  usage: toUsage(row),
  renewals: row.renewals,
  renewalCycles: row.renewal_cycles,
})

const toAssignment = (row: AssignmentRow): Assignment => ({
  discountId: row.discount_id,
  level: row.level,
  targetId: row.target_id,
  position: row.position,
  period: toPeriod(row),
})

const toOrderDiscount = (row: OrderDiscountRow, ranges: RangeRow[]): OrderDiscount => ({
  id: row.id,
  name: row.name,
  position: row.position,
  isActive: row.is_active,
  groups: row.groups,
  period: toPeriod(row),
  ranges: ranges.map(toRange),
  usage: toUsage(row),
  renewals: row.renewals,
  renewalCycles: row.renewal_cycles,
})

const toArticle = (row: ArticleRow): StoredArticle => ({
  level: row.level,
  targetId: row.target_id,
  isEligible: row.order_discount_eligible,
  costs: row.costs ?? {},
})

export const toSettings = (row: SettingsRow): DiscountSettings => ({
  isAdvanced: row.is_advanced,
  onSpecialPrices: row.on_special_prices,
  orderDiscountBase: row.order_discount_base,
  personalScope: row.personal_scope,
  maxDiscountPercent: row.max_discount_percent,
  minMarginPercent: row.min_margin_percent,
})
