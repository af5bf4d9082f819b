import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  loadBilledSubscriptions,
  type PriceChangeRecord,
  servicesOf,
  toPriceChangeFacts,
} from "../../../modules/billing"
import { priceAnswerState, type PriceAnswerState, type WithoutConsent } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { multiply, type Decimal } from "../../../rules/money"

/** What the page of a link shows of a new price. Prices are of a period, for all units, before discounts. */
export interface PriceAnswerPage {
  state: PriceAnswerState
  subscriptionNumber: number
  services: { title: string; quantity: number }[]
  locale: string | null
  oldPrice: Decimal
  newPrice: Decimal
  isTaxInclusive: boolean
  currencyCode: string
  effectiveOn: CivilDate
  answerUntil: CivilDate | null
  withoutConsent: WithoutConsent | null
  endsOn: CivilDate | null
}

/** null: its subscription is gone. */
export async function readPriceAnswerPage(
  container: MedusaContainer,
  change: PriceChangeRecord,
  asOf: CivilDate,
): Promise<PriceAnswerPage | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [subscription] = await loadBilledSubscriptions(knex, [change.subscription_id])
  const [item] = change.changes
  if (!subscription || !item) {
    return null
  }
  const ofAll = (price: Decimal): Decimal => multiply(price, String(item.quantity))
  return {
    state: priceAnswerState(toPriceChangeFacts(change), asOf),
    subscriptionNumber: subscription.display_id,
    services: (await servicesOf(knex, [subscription.id])).get(subscription.id) ?? [],
    locale: subscription.locale,
    oldPrice: ofAll(item.from),
    newPrice: ofAll(item.to),
    isTaxInclusive: item.is_tax_inclusive,
    currencyCode: item.currency_code,
    effectiveOn: change.effective_on,
    answerUntil: change.answer_until,
    withoutConsent: change.without_consent,
    // A pause may have moved the end since.
    endsOn: change.ends_on && (subscription.cancel_on ?? change.ends_on),
  }
}
