import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  changesToBegin,
  withLockedSubscriptions,
} from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { toError } from "../../errors/to-error"
import { beginChange } from "./apply-scheduled-changes"

const AT_ONCE = 100

/**
 * Changes that were billed before their day begin on that day, however late the tick is: what is delivered changes with the period
 * that was billed for it. One that fails holds up no other.
 */
export async function beginBilledChanges(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const {
    db: { knex },
    options: settings,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  for (;;) {
    const due = await changesToBegin(knex, { asOf, limit: AT_ONCE })
    let begun = 0
    for (const change of due) {
      try {
        await withLockedSubscriptions(knex, [change.subscription_id], async (trx, [subscription]) => {
          if (subscription) {
            await beginChange(trx, { subscription, change, settings })
          }
        })
        begun += 1
      } catch (error) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`The change ${change.id} could not begin: ${toError(error).message}`)
      }
    }
    if (due.length < AT_ONCE || begun === 0) {
      return
    }
  }
}
