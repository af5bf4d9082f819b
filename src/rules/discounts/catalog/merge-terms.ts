import type { TermsDraft } from "../drafts/discount-draft"
import { tidyName } from "../../text"
import { changedFields, type Versioned } from "../../versions"
import type { RenewalTerms } from "../states"
import type { DateBounds, Problem } from "../types"
import type { PeriodColumns, TermsColumns } from "./discount-columns"

/** Fields that every discount has; those left out stay as they are. */
export interface TermsBody {
  name?: string | undefined
  is_active?: boolean | undefined
  groups?: string[] | undefined
  note?: string | null | undefined
  renewals?: RenewalTerms | undefined
  renewal_cycles?: number | null | undefined
  usage_limit?: number | null | undefined
  usage_limit_per_customer?: number | null | undefined
}

export interface PeriodBody {
  limited_duration?: boolean | undefined
  starts_on?: string | null | undefined
  ends_on?: string | null | undefined
}

/** A given value, even null, replaces the stored one. */
const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

export function mergeTerms(
  id: string,
  body: TermsBody,
  before: (TermsColumns & Versioned & { used: number }) | null,
): TermsColumns & Versioned & { used: number } {
  const renewals = given(body.renewals, before?.renewals ?? "first_only")
  return {
    id,
    name: body.name === undefined ? (before?.name ?? "") : tidyName(body.name),
    is_active: given(body.is_active, before?.is_active ?? true),
    groups: given(body.groups, before?.groups ?? []),
    note: given(body.note, before?.note ?? null) || null,
    renewals,
    renewal_cycles: renewals === "cycles" ? given(body.renewal_cycles, before?.renewal_cycles ?? null) : null,
    usage_limit: given(body.usage_limit, before?.usage_limit ?? null),
    usage_limit_per_customer: given(body.usage_limit_per_customer, before?.usage_limit_per_customer ?? null),
    used: before?.used ?? 0,
    version: before?.version ?? 1,
    changed_in: before?.changed_in ?? {},
  }
}

export const mergePeriod = (body: PeriodBody, before: PeriodColumns | null): PeriodColumns => ({
  limited_duration: given(body.limited_duration, before?.limited_duration ?? false),
  starts_on: given(body.starts_on, before?.starts_on ?? null) || null,
  ends_on: given(body.ends_on, before?.ends_on ?? null) || null,
})

export const toBounds = (period: PeriodColumns): DateBounds => ({
  isLimited: period.limited_duration,
  startsOn: period.starts_on,
  endsOn: period.ends_on,
})

export const toTermsDraft = (terms: TermsColumns, knownGroups: string[]): TermsDraft => ({
  name: terms.name,
  groups: terms.groups,
  knownGroups,
  renewals: terms.renewals,
  renewalCycles: terms.renewal_cycles,
  usageLimit: terms.usage_limit,
  usageLimitPerCustomer: terms.usage_limit_per_customer,
})

/** The fields of a discount that a change touches; its uses and its version are none. */
export function changedDiscountFields<Stored extends { discount: object }>(before: Stored, after: Stored): string[] {
  const fieldsOf = ({ discount, ...lists }: Stored) => ({ ...discount, ...lists, ...UNEDITED })
  return changedFields(fieldsOf(before), fieldsOf(after))
}

const UNEDITED = { used: null, version: null, changed_in: null, position: null }

/** A limit cannot be below the uses so far. */
export function usageProblems({ usage_limit, used }: { usage_limit: number | null; used: number }): Problem[] {
  return usage_limit !== null && usage_limit >= 1 && usage_limit < used
    ? [{ field: "usage_limit", reason: `must not be below ${used}: so often it has been used already` }]
    : []
}
