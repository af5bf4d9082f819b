import type { DemoCustomer } from "./people"
import { CUSTOMERS } from "./people"

/** What a customer of the demo store subscribed to some months ago, and what became of it. */
export interface DemoSubscription {
  monthsAgo: number
  customer: DemoCustomer
  /** The product's handle and the variant's title. */
  handle: string
  variant: string
  currency: "eur" | "chf"
  /** What makes it a hard case: its last charge is declined, or the customer wants to leave. */
  becomes?: "declined" | "canceled"
}

const [ANNA, BRUNO, CHLOE] = CUSTOMERS

/** In the order in which they are bought, so that they have these numbers. */
export const HISTORY: DemoSubscription[] = [
  // Renewed and paid each month.
  { monthsAgo: 4, customer: ANNA, handle: "web-hosting", variant: "Monthly", currency: "chf" },
  // Ends with the year that is paid for.
  { monthsAgo: 4, customer: CHLOE, handle: "web-hosting", variant: "Annual", currency: "eur", becomes: "canceled" },
  // Its last charge is declined.
  { monthsAgo: 2, customer: BRUNO, handle: "web-hosting", variant: "Monthly", currency: "eur", becomes: "declined" },
  // Its invoices are sent, and nobody has paid them.
  { monthsAgo: 2, customer: CHLOE, handle: "maintenance", variant: "Monthly", currency: "eur" },
  // In its trial.
  { monthsAgo: 0, customer: BRUNO, handle: "mail-archive", variant: "Monthly", currency: "eur" },
]
