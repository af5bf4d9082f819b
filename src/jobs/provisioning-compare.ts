import type { MedusaContainer } from "@medusajs/framework/types"
import { compareServers } from "../workflows/provisioning/servers/compare-servers"

/** Every ten minutes: compares the servers whose turn it is, each once a day. */
export default async function provisioningCompare(container: MedusaContainer): Promise<void> {
  await compareServers(container)
}

export const config = { name: "provisioning-compare", schedule: "*/10 * * * *" }
