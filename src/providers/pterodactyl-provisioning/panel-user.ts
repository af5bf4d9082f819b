import { createHash } from "node:crypto"
import { ProvisioningError, type ServiceToDeliver } from "../../provisioning-providers"
import type { Panel, PanelRecord } from "./panel"

const MOST_PAGES = 20

/**
 * The customer's user on the panel (PV7): found by the external id, then by exactly this e-mail address, else made. Where the
 * panel says that the address is taken, it was made in the meantime. One customer has one user, however many servers.
 */
export async function userOf(panel: Panel, service: ServiceToDeliver): Promise<PanelRecord> {
  const email = service.email?.trim().toLowerCase()
  if (!email) {
    throw new ProvisioningError("refused", "The customer has no e-mail address, which the panel asks for")
  }
  const externalId = service.customer_id ?? `mail_${hashOf(email)}`
  const found = await find(panel, { email, externalId })
  if (found) {
    return found
  }
  try {
    const made = await panel.send("POST", "/users", {
      external_id: externalId,
      email,
      username: `c${hashOf(externalId)}`,
      first_name: "Customer",
      last_name: externalId,
    })
    if (made) {
      return made
    }
  } catch (error) {
    if (!(error instanceof ProvisioningError) || !/taken/i.test(error.message)) {
      throw error
    }
  }
  const after = await find(panel, { email, externalId })
  if (!after) {
    throw new ProvisioningError(
      "refused",
      "The panel says that the e-mail address is taken, and shows no user that has it",
    )
  }
  return after
}

async function find(
  panel: Panel,
  { email, externalId }: { email: string; externalId: string },
): Promise<PanelRecord | null> {
  return (await panel.find(`/users/external/${encodeURIComponent(externalId)}`)) ?? byEmail(panel, email)
}

/** The panel's filter finds addresses that contain this one, page by page. */
async function byEmail(panel: Panel, email: string): Promise<PanelRecord | null> {
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const query = `filter%5Bemail%5D=${encodeURIComponent(email)}&page=${number}&per_page=100`
    const { data, meta } = await panel.page(`/users?${query}`)
    const found = data.find(({ attributes }) => String(attributes.email).toLowerCase() === email)
    if (found || number >= (meta?.pagination?.total_pages ?? 1)) {
      return found ?? null
    }
  }
  return null
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16)
