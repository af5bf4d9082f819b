/** A customer with the accounts that payment providers keep for them: Medusa's account holders. */
export interface MethodOwner {
  customerId: string
  accountHolders: readonly { providerId: string; externalId: string }[]
}

/** A method that a payment has saved, and who made the payment. */
export interface PaidMethod {
  providerId: string
  /** The provider's own id of the customer that the method belongs to; null where the provider has no such thing. */
  accountHolderId: string | null
  /** The customer for whom the payment session was opened; null: nobody was logged in. */
  payerId: string | null
}

/**
 * Whether a method is the customer's own. The provider's word counts: the method lies with an account that Medusa keeps
 * for this customer. Where the provider has no accounts, the session must have been opened by this customer. A cart can
 * change hands between the session and its completion, so the order's customer alone says nothing.
 */
export function isOwnMethod({ providerId, accountHolderId, payerId }: PaidMethod, owner: MethodOwner): boolean {
  if (accountHolderId === null) {
    return payerId === owner.customerId
  }
  return owner.accountHolders.some((one) => one.providerId === providerId && one.externalId === accountHolderId)
}
