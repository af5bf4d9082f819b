import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  askForReminder,
  BILLING_MODULE,
  type BillingModuleService,
  emailProvider,
  findReminder,
} from "../../../../modules/billing"
import type { Actor } from "../../../../modules/core"
import type { CivilDate } from "../../../../rules/calendar"
import { remindCustomers } from "../remind-customers"

export interface SendReminderAgainInput {
  id: string
  actor: Actor
  as_of: CivilDate
}

const refuse = (reason: string): MedusaError => new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)

/**
 * Asks for a reminder once more and sends what waits at once. Of two that ask at once, one is refused. Nothing compensates a
 * mail.
 */
export const sendReminderAgainStep = createStep(
  "billing-send-reminder-again",
  async ({ id, actor, as_of }: SendReminderAgainInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (!(await findReminder(knex, id))) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Reminder with id: ${id} was not found`)
    }
    if ((await emailProvider(knex)) === null) {
      throw refuse("The message was not sent: the store has no notification provider for e-mails")
    }
    if (!(await askForReminder(knex, id, actor))) {
      throw refuse("The message was not sent again: it waits to be sent, or is being sent")
    }
    await remindCustomers(container, as_of)
    return new StepResponse(id)
  },
)
