import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction, type Actor } from "../../../modules/core"
import {
  markCustomer,
  PROVISIONING_MODULE,
  runningServicesOf,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { settleServices } from "./settle-services"

export interface MarkCustomerInput {
  customer_id: string
  never_suspend: boolean
  as_of: CivilDate
  actor: Actor
}

/** One transaction, so the step needs no compensation. */
const markCustomerStep = createStep(
  "provisioning-mark-customer",
  async ({ customer_id, never_suspend, as_of, actor }: MarkCustomerInput, { container }) => {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    await inTransaction(knex, async (trx) => {
      await markCustomer(trx, customer_id, never_suspend)
      await settleServices(trx, { ids: await runningServicesOf(trx, customer_id) }, { asOf: as_of, actor })
    })
    return new StepResponse(customer_id)
  },
)

/** Says whether the services of a customer are never suspended for what they owe (S6). What is suspended for that goes on. */
export const markCustomerWorkflow = createWorkflow(
  "provisioning-mark-customer",
  (input: MarkCustomerInput) => new WorkflowResponse(markCustomerStep(input)),
)
