import type {
  ListedPriceChangeAnswer,
  OwnPriceChangeAnswer,
  PriceChangeAnswer,
} from "../../../../contracts/billing/price-changes"
import type { ListedPriceChange, PriceChangeRecord } from "../../../../modules/billing"

/** As its customer sees it: the whole price, not what is in a package. */
export function presentOwnPriceChange(row: PriceChangeRecord): OwnPriceChangeAnswer {
  const [change] = row.changes
  return {
    id: row.id,
    mode: row.mode,
    status: row.status,
    currency_code: change?.currency_code ?? "",
    from: change?.from ?? "0",
    to: change?.to ?? "0",
    is_tax_inclusive: change?.is_tax_inclusive ?? false,
    effective_on: row.effective_on,
    answer_until: row.answer_until,
    without_consent: row.without_consent,
    answered_on: row.answered_on,
    ends_on: row.ends_on,
  }
}

export function presentPriceChange(row: PriceChangeRecord): PriceChangeAnswer {
  const [change] = row.changes
  return {
    ...presentOwnPriceChange(row),
    migration_id: row.migration_id,
    subscription_id: row.subscription_id,
    title: change?.title ?? "",
    quantity: change?.quantity ?? 1,
    tell_on: row.tell_on,
    answered_by: row.answered_by,
    as_of: row.as_of,
  }
}

export const presentListedPriceChange = (row: ListedPriceChange): ListedPriceChangeAnswer => ({
  ...presentPriceChange(row),
  subscription_number: row.subscription_number,
  email: row.email,
})
