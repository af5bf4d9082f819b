import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  deleteServer,
  findServer,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"

/** One statement, so the step needs no compensation. */
const deleteServerStep = createStep("provisioning-delete-server", async ({ id }: { id: string }, { container }) => {
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const server = await findServer(knex, id)
  if (!server) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Server with id: ${id} was not found`)
  }
  if (!(await deleteServer(knex, id))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The server was not deleted: services are on it. Terminate them first, or let it take no new ones",
    )
  }
  return new StepResponse(id)
})

/** Deletes a server. Refused while services are on it. */
export const deleteServerWorkflow = createWorkflow(
  "provisioning-delete-server",
  (input: { id: string }) => new WorkflowResponse(deleteServerStep(input)),
)
