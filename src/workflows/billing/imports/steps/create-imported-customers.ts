import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, findImport } from "../../../../modules/billing"
import type { FileAddress, PlannedRow } from "../../../../rules/billing"
import { planImport } from "../plan-import"
import { refuseImport } from "../refuse-import"
import type { ImportSubscriptionsInput } from "./import-subscriptions"

/** Customers per call. */
const CHUNK = 500

/**
 * Makes the customers that nobody is yet, as an admin makes them: without an account. They are taken back where the import fails. After
 * a crash they stay, and the next run finds them.
 */
export const createImportedCustomersStep = createStep(
  "billing-create-imported-customers",
  async (input: ImportSubscriptionsInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (await findImport(knex, input.id)) {
      return new StepResponse<number, string[]>(0, [])
    }
    const { plan } = await planImport(container, input, { asOf: input.as_of, db: knex })
    const made = plan.ok ? await makeCustomers(container, plan.rows) : refuseImport(plan.problems)
    return new StepResponse(made.length, made)
  },
  async (made, { container }) => {
    if (made?.length) {
      await container.resolve(Modules.CUSTOMER).deleteCustomers(made)
    }
  },
)

/** One for each e-mail address, called as the first of its rows says. */
async function makeCustomers(container: MedusaContainer, rows: readonly PlannedRow[]): Promise<string[]> {
  const wanted = new Map<string, PlannedRow>()
  for (const row of rows) {
    if (row.newCustomerEmail !== null && !wanted.has(row.newCustomerEmail)) {
      wanted.set(row.newCustomerEmail, row)
    }
  }
  const customers = [...wanted].map(([email, { subscription }]) => ({
    email,
    ...namesOf(subscription.row.billing_address),
  }))
  const module = container.resolve(Modules.CUSTOMER)
  const made: string[] = []
  try {
    for (let start = 0; start < customers.length; start += CHUNK) {
      made.push(...(await module.createCustomers(customers.slice(start, start + CHUNK))).map(({ id }) => id))
    }
    return made
  } catch (error) {
    await module.deleteCustomers(made)
    throw error
  }
}

function namesOf(address: Record<string, unknown> | null): Record<string, string> {
  const names: (keyof FileAddress)[] = ["first_name", "last_name", "company", "phone"]
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = address?.[name]
      return typeof value === "string" ? [[name === "company" ? "company_name" : name, value]] : []
    }),
  )
}
