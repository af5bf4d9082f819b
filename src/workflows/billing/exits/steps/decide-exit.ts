import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  askForExitMail,
  BILLING_MODULE,
  type BillingModuleService,
  type ExitMove,
  exitCandidate,
  findExitRequest,
  moveExitRequest,
  readExitSettings,
} from "../../../../modules/billing"
import type { Actor } from "../../../../modules/core"
import { decideExit, DEFAULT_EXIT_REGION, matchOf } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { refuse } from "../../../errors/refuse"

export interface AssignExitInput {
  id: string
  subscription_id: string
}

export interface RefuseExitInput {
  id: string
  reason: string
  as_of: CivilDate
  actor: Actor
}

/** One row under the condition that it is open, so the steps need no compensation. */
async function moveOpen(container: MedusaContainer, id: string, move: ExitMove): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (await moveExitRequest(knex, { id, from: ["open"], ...move })) {
    return
  }
  const row = await requireExit(container, id)
  refuse("status", `the request is ${row.status.replace("_", " ")} already`)
}

async function requireExit(container: MedusaContainer, id: string) {
  const row = await findExitRequest(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, id)
  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Exit request with id: ${id} was not found`)
  }
  return row
}

export const assignExitStep = createStep(
  "billing-assign-exit",
  async ({ id, subscription_id }: AssignExitInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const row = await requireExit(container, id)
    const candidate = await exitCandidate(knex, subscription_id)
    if (!candidate) {
      refuse("subscription_id", "there is no such subscription")
    }
    const { settings } = await readExitSettings(knex)
    const { reason } = decideExit({
      kind: row.kind,
      form: { isForCause: row.is_for_cause, wishedOn: row.wished_on },
      match: matchOf(candidate),
      // An admin has come in already.
      settings: { ...DEFAULT_EXIT_REGION, ...settings[row.region_id], automatic: false },
      receivedOn: row.as_of,
    })
    await moveOpen(container, id, { subscription_id, left_for: reason })
    return new StepResponse({ id })
  },
)

export const refuseExitStep = createStep(
  "billing-refuse-exit",
  async ({ id, reason, as_of, actor }: RefuseExitInput, { container }) => {
    await moveOpen(container, id, { status: "refused", note: reason, handled_by: actor, handled_on: as_of })
    return new StepResponse({ id })
  },
)

export const mailExitStep = createStep("billing-mail-exit", async ({ id }: { id: string }, { container }) => {
  await requireExit(container, id)
  await askForExitMail(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, id)
  return new StepResponse({ id })
})
