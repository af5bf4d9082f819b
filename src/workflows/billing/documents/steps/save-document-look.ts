import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveDocumentLook } from "../../../../contracts/billing/documents"
import {
  BILLING_MODULE,
  changeDocumentLook,
  readDocumentLook,
  type BillingModuleService,
  type DocumentLookRow,
} from "../../../../modules/billing"
import { logoProblem } from "../../../../rules/billing"
import { changedFields, versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { readLogo } from "../load-document-settings"

const picked = (row: DocumentLookRow, fields: readonly string[]): Partial<DocumentLookRow> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)))

/** Stores how documents made from now on look; undone, it is as it was. A logo is read and looked at first. */
export const saveDocumentLookStep = createStep(
  "billing-save-document-look",
  async ({ version: expected, ...wanted }: SaveDocumentLook, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { look: before, version } = await readDocumentLook(knex)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const after: DocumentLookRow = { ...before, ...given }
    const fields = changedFields(before, after)
    const logo = after.logo_file_id
    const problem =
      logo !== null && fields.includes("logo_file_id") ? logoProblem(await readLogo(container, logo)) : null
    const problems = [
      ...(problem ? [{ field: "logo_file_id", reason: problem }] : []),
      ...(fields.length ? versionProblems(expected, version) : []),
    ]
    if (problems.length) {
      throw invalidFields("The settings were not saved", problems)
    }
    if (fields.length && !(await changeDocumentLook(knex, { look: picked(after, fields), expected }))) {
      throw changedMeanwhile()
    }
    return new StepResponse(after, picked(before, fields))
  },
  async (before, { container }) => {
    if (before && Object.keys(before).length) {
      await changeDocumentLook(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, { look: before })
    }
  },
)
