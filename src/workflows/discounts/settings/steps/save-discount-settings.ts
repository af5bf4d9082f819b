import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveSettings } from "../../../../contracts/discounts/settings"
import {
  changeSettings,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readStoredSettings,
  type SettingsRow,
  toSettings,
} from "../../../../modules/discounts"
import { validateSettings } from "../../../../rules/discounts"
import { changedFields, versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"

/** Some of a record's fields. */
const picked = (row: SettingsRow, fields: readonly string[]): Partial<SettingsRow> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)))

/** Stores the settings that are given, the others as they are; undone, these are as they were. */
export const saveDiscountSettingsStep = createStep(
  "discounts-save-settings",
  async ({ version: expected, ...wanted }: SaveSettings, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const { settings: before, version } = await readStoredSettings(knex)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const after: SettingsRow = { ...before, ...given }
    const fields = changedFields(before, after)
    const problems = [
      ...validateSettings(toSettings(after)),
      ...(fields.length ? versionProblems(expected, version) : []),
    ]
    if (problems.length) {
      throw invalidFields("The settings were not saved", problems)
    }
    if (fields.length && !(await changeSettings(knex, { settings: picked(after, fields), expected }))) {
      throw changedMeanwhile()
    }
    return new StepResponse(after, picked(before, fields))
  },
  async (before, { container }) => {
    if (before && Object.keys(before).length) {
      await changeSettings(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, { settings: before })
    }
  },
)
