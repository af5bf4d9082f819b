import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  exitCandidates,
  insertExitRequest,
  readExitSettings,
} from "../../../../modules/billing"
import { newId } from "../../../../modules/core"
import {
  decideExit,
  DEFAULT_EXIT_REGION,
  matchExit,
  type ExitForm,
  type ExitKind,
  type ExitLanguage,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

export interface ReceiveExitInput {
  kind: ExitKind
  region_id: string
  language: ExitLanguage
  form: ExitForm
  /** Of the form that was sent: the same one declares nothing twice. */
  form_key: string
  as_of: CivilDate
  /** The instant, ISO 8601. */
  received_at: string
}

/** One row, under the form's key, so the step needs no compensation. */
export const recordExitStep = createStep("billing-record-exit", async (input: ReceiveExitInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { kind, form, region_id, as_of } = input
  const { settings } = await readExitSettings(knex)
  const decision = decideExit({
    kind,
    form,
    match: matchExit(form.contract, await exitCandidates(knex, form.email)),
    settings: settings[region_id] ?? DEFAULT_EXIT_REGION,
    receivedOn: as_of,
  })
  const id = await insertExitRequest(knex, {
    ...input,
    id: newId("bexr"),
    subscription_id: decision.subscriptionId,
    left_for: decision.reason,
  })
  return new StepResponse({ id })
})
