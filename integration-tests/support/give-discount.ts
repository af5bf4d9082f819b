import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCOUNTS_MODULE, nextOrderDiscountPosition, type DiscountsModuleService } from "../../src/modules/discounts"
import type {
  AssignmentLevel,
  DiscountType,
  FixedPer,
  Mode,
  RenewalTerms,
  Trigger,
} from "../../src/rules/discounts/states"

export interface GivenRule {
  trigger?: Trigger
  min?: string | null
  max?: string | null
  mode?: Mode
  value: string
  per?: FixedPer
  currency_code?: string | null
}

interface Limits {
  name?: string
  is_active?: boolean
  groups?: string[]
  usage_limit?: number | null
  usage_limit_per_customer?: number | null
  renewals?: RenewalTerms
  /** For how many renewals, where `renewals` is "cycles". */
  renewal_cycles?: number
}

interface Days {
  starts_on?: string | null
  ends_on?: string | null
}

export interface GivenArticleDiscount extends Limits, Days {
  type?: DiscountType
  rules: GivenRule[]
  /** What it is assigned to, e.g. `{ level: "variant", target_id: "variant_…" }`. */
  on: { level: AssignmentLevel; target_id: string; position?: number }[]
}

export interface GivenOrderDiscount extends Limits, Days {
  position?: number
  ranges: { currency_code: string; min?: string | null; max?: string | null; percent: string }[]
}

const roomOf = (container: MedusaContainer) => container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE)

const limited = ({ starts_on, ends_on }: Days) => ({
  limited_duration: Boolean(starts_on ?? ends_on),
  starts_on: starts_on ?? null,
  ends_on: ends_on ?? null,
})

const limitsOf = ({ name, is_active, groups, usage_limit, usage_limit_per_customer, ...kept }: Limits) => ({
  name: name ?? "Discount",
  is_active: is_active ?? true,
  groups: groups ?? ["everyone"],
  usage_limit: usage_limit ?? null,
  usage_limit_per_customer: usage_limit_per_customer ?? null,
  renewals: kept.renewals ?? "first_only",
  renewal_cycles: kept.renewal_cycles ?? null,
})

/** An article discount with its rules and assignments, written straight into the room. Returns its id. */
export async function giveDiscount(container: MedusaContainer, given: GivenArticleDiscount): Promise<string> {
  const room = roomOf(container)
  const { id } = await room.createDiscounts({ ...limitsOf(given), type: given.type ?? "cumulative" })
  await room.createRules(
    given.rules.map((rule, rank) => ({
      discount_id: id,
      rank,
      trigger: rule.trigger ?? "quantity",
      min_value: rule.min ?? null,
      max_value: rule.max ?? null,
      mode: rule.mode ?? "percent",
      value: rule.value,
      per: rule.per ?? "unit",
      currency_code: rule.currency_code ?? null,
    })),
  )
  await room.createAssignments(
    given.on.map(({ level, target_id, position }) => ({
      discount_id: id,
      level,
      target_id,
      position: position ?? 0,
      ...limited(given),
    })),
  )
  return id
}

/** An order discount with its ranges. Returns its id. */
export async function giveOrderDiscount(container: MedusaContainer, given: GivenOrderDiscount): Promise<string> {
  const room = roomOf(container)
  const { id } = await room.createOrderDiscounts({
    ...limitsOf(given),
    ...limited(given),
    position: given.position ?? (await nextOrderDiscountPosition(room.db.knex)),
  })
  await room.createRanges(
    given.ranges.map(({ currency_code, min, max, percent }) => ({
      order_discount_id: id,
      currency_code,
      min_value: min ?? null,
      max_value: max ?? null,
      percent,
    })),
  )
  return id
}

/** Makes articles eligible for the order discount (D3). */
export async function makeEligible(container: MedusaContainer, ...variantIds: string[]): Promise<void> {
  await roomOf(container).createArticles(
    variantIds.map((target_id) => ({ level: "variant" as const, target_id, order_discount_eligible: true })),
  )
}
