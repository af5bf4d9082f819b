import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { ADMIN } from "../data/people"
import { ensureLogIn } from "./ensure-log-in"

export async function ensureAdmin(container: MedusaContainer): Promise<void> {
  const authIdentityId = await ensureLogIn(container, ADMIN)
  const [known] = await container.resolve(Modules.USER).listUsers({ email: ADMIN.email })
  if (!known) {
    const { email, first_name, last_name } = ADMIN
    await createUserAccountWorkflow(container).run({
      input: { authIdentityId, userData: { email, first_name, last_name } },
    })
  }
}
