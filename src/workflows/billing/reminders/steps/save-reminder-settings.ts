import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveReminderSettings } from "../../../../contracts/billing/reminders"
import {
  BILLING_MODULE,
  type BillingModuleService,
  readReminderSettings,
  writeReminderSettings,
} from "../../../../modules/billing"
import { validateReminderSettings, type ReminderSettings } from "../../../../rules/billing"
import { changedFields, versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"

const latestFirst = (days: number[]): number[] => [...days].sort((a, b) => b - a)

function changed(before: ReminderSettings, wanted: SaveReminderSettings): ReminderSettings {
  return {
    days: latestFirst(wanted.days ?? before.days),
    trialDays: latestFirst(wanted.trial_days ?? before.trialDays),
    overdueDays: latestFirst(wanted.overdue_days ?? before.overdueDays).reverse(),
    cardDays: wanted.card_days ?? before.cardDays,
    debitDays: wanted.debit_days ?? before.debitDays,
    off: wanted.off ? [...new Set(wanted.off)].sort() : before.off,
    language: wanted.language ?? before.language,
  }
}

/** Stores the settings that are given, the others as they are; undone, they are as they were. */
export const saveReminderSettingsStep = createStep(
  "billing-save-reminder-settings",
  async (wanted: SaveReminderSettings, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { settings: before, version } = await readReminderSettings(knex)
    const after = changed(before, wanted)
    const isChanged = changedFields(before, after).length > 0
    const problems = [
      ...validateReminderSettings(after),
      // The room's other settings are edited elsewhere: what others change there is no conflict.
      ...(isChanged ? versionProblems(wanted.version, version, ["reminders"]) : []),
    ]
    if (problems.length) {
      throw invalidFields("The settings were not saved", problems)
    }
    const expected = wanted.version === undefined ? undefined : (version?.version ?? 0)
    if (isChanged && !(await writeReminderSettings(knex, { settings: after, expected }))) {
      throw changedMeanwhile()
    }
    return new StepResponse(after, isChanged ? before : null)
  },
  async (before, { container }) => {
    if (before) {
      await writeReminderSettings(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, { settings: before })
    }
  },
)
