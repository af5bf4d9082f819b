import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Who keeps how a sold package is shown. Used by packages. */
export interface DocumentListing {
  /** An admin has said whether documents list the contents of the package with this record. */
  follow: (container: MedusaContainer, listing: { recordId: string; isListed: boolean }) => Promise<void>
}

export const documentListing = createPort<DocumentListing>("who keeps how a sold package is shown")
