import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveSettings } from "../../../../contracts/discounts/settings"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readSettings,
  toSettings,
  writeSettings,
} from "../../../../modules/discounts"
import { validateSettings } from "../../../../rules/discounts"
import { invalidFields } from "../../../errors/invalid-fields"

/** Stores the settings that are given, the others as they are; undone, all are as they were. */
export const saveDiscountSettingsStep = createStep(
  "discounts-save-settings",
  async (wanted: SaveSettings, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const before = await readSettings(knex)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const after = { ...before, ...given }
    const problems = validateSettings(toSettings(after))
    if (problems.length) {
      throw invalidFields("The settings were not saved", problems)
    }
    await writeSettings(knex, after)
    return new StepResponse(after, before)
  },
  async (before, { container }) => {
    if (before) {
      await writeSettings(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, before)
    }
  },
)
