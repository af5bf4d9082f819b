import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  readExitSettings,
  writeExitSettings,
} from "../../../../modules/billing"
import { changedFields, versionProblems } from "../../../../rules/versions"
import type { ExitRegionSettings, ExitSettings } from "../../../../rules/billing"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"

export interface SaveExitSettingsInput {
  regions: (ExitRegionSettings & { region_id: string })[]
  version?: number | undefined
}

/** Stores the regions that are given, the others as they are; undone, they are as they were. */
export const saveExitSettingsStep = createStep(
  "billing-save-exit-settings",
  async ({ regions, version: expectedVersion }: SaveExitSettingsInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { settings: before, version } = await readExitSettings(knex)
    const ids = regions.map(({ region_id }) => region_id)
    const known = await container.resolve(Modules.REGION).listRegions({ id: ids }, { select: ["id"] })
    const after: ExitSettings = { ...before }
    for (const { region_id, ...of } of regions) {
      after[region_id] = of
    }
    const isChanged = changedFields(before, after).length > 0
    const problems = [
      ...ids.flatMap((id, index) =>
        known.some((region) => region.id === id)
          ? []
          : [{ field: `regions.${index}.region_id`, reason: "there is no such region" }],
      ),
      ...(isChanged ? versionProblems(expectedVersion, version, ["exits"]) : []),
    ]
    if (problems.length) {
      throw invalidFields("The settings were not saved", problems)
    }
    const expected = expectedVersion === undefined ? undefined : (version?.version ?? 0)
    if (isChanged && !(await writeExitSettings(knex, { settings: after, expected }))) {
      throw changedMeanwhile()
    }
    return new StepResponse(after, isChanged ? before : null)
  },
  async (before, { container }) => {
    if (before) {
      await writeExitSettings(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, { settings: before })
    }
  },
)
