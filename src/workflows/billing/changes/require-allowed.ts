import type { BillingOptions } from "../../../options"
import type { CustomerChange } from "../../../rules/billing"
import { invalidFields } from "../../errors/invalid-fields"

const WHAT: Record<CustomerChange, string> = {
  quantity: "The quantity cannot be changed",
  cycle: "The cycle cannot be changed",
  product: "The product cannot be changed",
  pause: "It cannot be paused",
  skip: "A renewal cannot be skipped",
  renew_early: "It cannot be renewed early",
  addresses: "Its addresses cannot be changed",
  cancel: "It cannot be canceled",
}

/** What the merchant does not let customers do by themselves is refused; an admin may do all of it. */
export function requireAllowed(
  change: CustomerChange,
  { customer_id }: { customer_id?: string | undefined },
  { customerChanges }: Pick<BillingOptions, "customerChanges">,
): void {
  if (customer_id !== undefined && !customerChanges.includes(change)) {
    throw invalidFields("The subscription was not changed", [
      { field: change, reason: `${WHAT[change]} here: ask the store` },
    ])
  }
}
