import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteCustomersWorkflow, removeCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"

/**
 * Deletes Medusa's customers with their log-ins; those that are gone already are passed over. It comes before anything is
 * erased, so that a refusal leaves all as it was. Not compensated: who asks to be erased is not logged in again.
 */
export const deleteErasedCustomersStep = createStep(
  "customers-delete-erased-customers",
  async (ids: string[], { container }) => {
    const left = ids.length
      ? await container.resolve(Modules.CUSTOMER).listCustomers({ id: ids }, { select: ["id"], take: ids.length })
      : []
    for (const { id } of left) {
      await deleteOne(container, id)
    }
    return new StepResponse(left.map(({ id }) => id))
  },
)

async function deleteOne(container: MedusaContainer, id: string): Promise<void> {
  const identities = await container
    .resolve(Modules.AUTH)
    .listAuthIdentities({ app_metadata: { customer_id: id } }, { select: ["id"] })
  if (identities.length) {
    await removeCustomerAccountWorkflow(container).run({ input: { customerId: id } })
  } else {
    await deleteCustomersWorkflow(container).run({ input: { ids: [id] } })
  }
}
