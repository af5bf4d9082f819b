import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveBillingSettings } from "../../../contracts/billing/settings"
import { BILLING_MODULE, type BillingModuleService, lookAtAllThatOwes } from "../../../modules/billing"
import { changeRoomSettings, readVersionedSettings } from "../../../modules/core"
import type { BillingOptions } from "../../../options"
import { checkDunningSettings, type DunningSettings } from "../../../rules/billing"
import { changedFields, versionProblems } from "../../../rules/versions"
import { invalidFields } from "../../errors/invalid-fields"
import { changedMeanwhile } from "../../errors/to-conflict-error"
import { dunningOf } from "./read-dunning-settings"
import type { SavedBillingSettings, SavedDunning } from "./saved-dunning"

const ROOM = "billing"

const FIELDS: Record<keyof DunningSettings, keyof SavedDunning> = {
  retryAfterDays: "retry_after_days",
  afterLastTry: "after_last_try",
  suspendAfterDays: "suspend_after_days",
  terminateAfterDays: "terminate_after_days",
  latePayment: "late_payment",
}

/** The settings as they are now, under the names of their fields: an admin's over the plugin's options. */
export function billingSettingsOf(
  saved: Partial<SavedBillingSettings> | null,
  options: Pick<BillingOptions, "dunning" | "oneInvoiceADay" | "retention">,
): SavedBillingSettings {
  const dunning = dunningOf(saved, options.dunning)
  return {
    retry_after_days: [...dunning.retryAfterDays],
    after_last_try: dunning.afterLastTry,
    suspend_after_days: dunning.suspendAfterDays,
    terminate_after_days: dunning.terminateAfterDays,
    late_payment: dunning.latePayment,
    one_invoice_a_day: saved?.one_invoice_a_day ?? options.oneInvoiceADay,
    retention_offer: saved?.retention_offer ?? options.retention.offer,
    retention_pause_days: saved?.retention_pause_days ?? options.retention.pauseDays,
    retention_percent: saved?.retention_percent ?? options.retention.percent,
    retention_cycles: saved?.retention_cycles ?? options.retention.cycles,
  }
}

/** Stores the settings that are given; undone, they are as they were. The next tick looks anew at all that owes. */
const saveBillingSettingsStep = createStep(
  "billing-save-settings",
  async ({ version: expected, ...wanted }: SaveBillingSettings, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const stored = await readVersionedSettings(knex, ROOM)
    const before = billingSettingsOf(stored?.values ?? null, options)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const after: SavedBillingSettings = { ...before, ...given }
    const fields = changedFields(before, after)
    const problems = [
      ...checkDunningSettings(dunningOf(after, options.dunning)).map(({ field, message }) => ({
        field: FIELDS[field],
        reason: message,
      })),
      ...(fields.length ? versionProblems(expected, stored) : []),
    ]
    if (problems.length) {
      throw invalidFields("The settings were not saved", problems)
    }
    const picked = (row: SavedBillingSettings) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)))
    if (fields.length && !(await changeRoomSettings(knex, { room: ROOM, values: picked(after), expected }))) {
      throw changedMeanwhile()
    }
    await lookAtAllThatOwes(knex)
    return new StepResponse(after, picked(before))
  },
  async (before, { container }) => {
    if (before && Object.keys(before).length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await changeRoomSettings(knex, { room: ROOM, values: before })
    }
  },
)

/** Saves what is put on one invoice, and how what is overdue is dealt with; what is left out stays as it is. A schedule beyond the networks' bounds is refused. */
export const saveBillingSettingsWorkflow = createWorkflow(
  "billing-save-settings",
  (input: SaveBillingSettings) => new WorkflowResponse(saveBillingSettingsStep(input)),
)
