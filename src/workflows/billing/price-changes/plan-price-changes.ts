import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type LockedSubscription,
  openPriceChanges,
  scheduledChanges,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import {
  answerUntil,
  contentsIn,
  earliestPriceOn,
  isOfAnotherPrice,
  isRoot,
  planPriceMigration,
  tellOn,
  type ItemPrice,
  type PriceChange,
  type PriceChangeTerms,
  type PriceMigrationPlan,
} from "../../../rules/billing"
import { addDays, compareDates, type CivilDate } from "../../../rules/calendar"
import { checkAmount, isZero, type Decimal } from "../../../rules/money"
import { invalidFields, type FieldProblem } from "../../errors/invalid-fields"
import { loadCurrentPrices } from "../offers/current-prices"

/** A price that an admin names, of one unit. */
export interface GivenPrice {
  amount: Decimal
  currency_code: string
}

export interface PriceChangeRequest extends PriceChangeTerms {
  /** null: the offer's current price. */
  price: GivenPrice | null
}

/** Who pays what from when, and when they are told. */
export interface PriceChangePlan {
  changes: (PriceChange & { tell_on: CivilDate | null })[]
  unchanged: PriceMigrationPlan["unchanged"]
  answer_until: CivilDate | null
}

/** The furthest day from which a new price may hold. */
const MOST_DAYS_AHEAD = 3 * 366

/** Decides new prices of subscriptions; the preview and the change ask the same (B22). */
export async function planPriceChanges(
  container: MedusaContainer,
  {
    knex,
    subscriptions,
    request,
  }: { knex: Database; subscriptions: LockedSubscription[]; request: PriceChangeRequest },
): Promise<PriceChangePlan> {
  const { invoiceDaysBefore } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  const billed = ({ collection_method: collectionMethod }: LockedSubscription["row"]) => ({
    collectionMethod,
    invoiceDaysBefore,
  })
  const { price } = request
  const { changes, unchanged } = planPriceMigration(
    subscriptions,
    price ? givenPrices(subscriptions, price) : await loadCurrentPrices(container, subscriptions),
    {
      earliestOn: (row) => earliestPriceOn(request, { collectionMethod: row.collection_method, invoiceDaysBefore }),
      kept: await keptOf(knex, subscriptions),
      ...(price && { noPrice: "It is a package, or sold in another currency than the new price" }),
    },
  )
  const rows = new Map(subscriptions.map(({ row }) => [row.id, row]))
  return {
    changes: changes.map((change) => {
      const row = rows.get(change.subscription_id)
      const isTold = request.mode !== "at_once" && row !== undefined
      return {
        ...change,
        tell_on: isTold ? tellOn(request, { effectiveOn: change.from_cycle_on, ...billed(row) }) : null,
      }
    }),
    unchanged,
    answer_until: answerUntil(request),
  }
}

/** One new price at a time: the customer was told of it. What is to be for something else has the price of that. */
async function keptOf(knex: Database, subscriptions: LockedSubscription[]): Promise<ReadonlyMap<string, string>> {
  const ids = subscriptions.map(({ row }) => row.id)
  const open = await openPriceChanges(knex, ids)
  const scheduled = await scheduledChanges(knex, ids)
  return new Map([
    ...scheduled
      .filter(({ from, to, billed_cycle }) => billed_cycle !== null || isOfAnotherPrice(from, to.item))
      .map(({ subscription_id, on_date }): [string, string] => [
        subscription_id,
        `It is for something else from ${on_date} on, at the price of that`,
      ]),
    ...open.map(({ subscription_id, effective_on }): [string, string] => [
      subscription_id,
      `A new price from ${effective_on} on waits already: withdraw that one first`,
    ]),
  ])
}

/** By item. A package's price is made of its contents', so that it has none that is given. */
function givenPrices(subscriptions: LockedSubscription[], price: GivenPrice): Map<string, ItemPrice> {
  return new Map(
    subscriptions.flatMap(({ row, items }) =>
      items.flatMap((item): [string, ItemPrice][] =>
        row.currency_code === price.currency_code && isRoot(item) && !contentsIn(items, item).length
          ? [[item.id, { amount: price.amount, isTaxInclusive: item.is_tax_inclusive }]]
          : [],
      ),
    ),
  )
}

/** Throws INVALID_DATA that names what of the terms cannot be. */
export function refuseWrongTerms({ fromOn, asOf, price }: PriceChangeRequest): void {
  const problems: FieldProblem[] = []
  if (fromOn !== null && compareDates(fromOn, asOf) < 0) {
    problems.push({ field: "from_on", reason: `is before today, ${asOf}` })
  }
  if (fromOn !== null && compareDates(fromOn, addDays(asOf, MOST_DAYS_AHEAD)) > 0) {
    problems.push({ field: "from_on", reason: "is more than three years ahead" })
  }
  if (price) {
    const checked = checkAmount(price.amount, price.currency_code)
    if (!checked.ok) {
      problems.push({ field: "price.amount", reason: checked.reason })
    } else if (isZero(price.amount)) {
      problems.push({ field: "price.amount", reason: "is zero: what costs nothing is a free offer" })
    }
  }
  if (problems.length) {
    throw invalidFields("No price was changed", problems)
  }
}
