import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  emailProvider,
  type LockedSubscription,
  readSubscriptions,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import type { PriceChangeMode, WithoutConsent } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { chosenSubscriptions, type ChosenSubscriptions } from "../../price-changes/chosen-subscriptions"
import {
  planPriceChanges,
  type GivenPrice,
  type PriceChangePlan,
  type PriceChangeRequest,
  refuseWrongTerms,
} from "../../price-changes/plan-price-changes"
import { writePriceChanges } from "../../price-changes/write-price-changes"

export interface MigratePriceInput extends ChangeContext, ChosenSubscriptions {
  /** true: only returns what would change. */
  dry_run: boolean
  /** Left out: at once. */
  mode?: PriceChangeMode | undefined
  from_on?: CivilDate | null | undefined
  /** Of notice, or for an answer. */
  days?: number | undefined
  without_consent?: WithoutConsent | undefined
  /** Left out: the offer's current price. */
  price?: GivenPrice | undefined
}

export interface MigratedPrices extends PriceChangePlan {
  /** Those that wait for their day, or an answer; null: none. */
  migration_id: string | null
  /** Whether the store sends e-mails by itself. */
  is_mailed: boolean
}

/** Returns who pays what from when and, unless it is a dry run, writes it, in one transaction. */
export const migratePriceStep = createStep("billing-migrate-price", async (input: MigratePriceInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const request = requestOf(input)
  refuseWrongTerms(request)
  const ids = await chosenSubscriptions(knex, input)
  const is_mailed = (await emailProvider(knex)) !== null
  if (input.dry_run) {
    const subscriptions = withoutOptions(await readSubscriptions(knex, ids))
    const plan = await planPriceChanges(container, { knex, subscriptions, request })
    return new StepResponse<MigratedPrices>({ ...plan, migration_id: null, is_mailed })
  }
  const written = await withLockedSubscriptions(knex, ids, async (trx, locked) => {
    const plan = await planPriceChanges(container, { knex: trx, subscriptions: withoutOptions(locked), request })
    return { ...plan, migration_id: await writePriceChanges(trx, { plan, locked, request }, input) }
  })
  return new StepResponse<MigratedPrices>({ ...written, is_mailed })
})

const requestOf = (input: MigratePriceInput): PriceChangeRequest & { without_consent: WithoutConsent | null } => ({
  mode: input.mode ?? "at_once",
  fromOn: input.from_on ?? null,
  days: input.days ?? 0,
  asOf: input.as_of,
  price: input.price ?? null,
  without_consent: input.without_consent ?? null,
})

/** Options keep their agreed price: they have none in their offer. */
const withoutOptions = <Subscription extends LockedSubscription>(subscriptions: readonly Subscription[]) =>
  subscriptions.map((one) => ({ ...one, items: one.items.filter(({ kind }) => kind !== "option") }))
