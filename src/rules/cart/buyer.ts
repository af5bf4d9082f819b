/** Who is counted where something may be had so often per customer. */
export type Buyer = { accountId: string } | { email: string }

/** An account with its e-mail address. */
export interface Account {
  id: string
  email: string | null
}

/** E-mail addresses that differ in case or in surrounding spaces are one. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

/**
 * Who is the same buyer: the account, else the e-mail address, else nobody. A guest's row is no account: there may be
 * another one for the next cart.
 */
export function buyerOf({ accountId, email }: { accountId: string | null; email: string | null }): Buyer | null {
  if (accountId !== null) {
    return { accountId }
  }
  const typed = email === null ? "" : normalEmail(email)
  return typed === "" ? null : { email: typed }
}

export interface BuyerKeys {
  /** Under which new uses are counted. */
  key: string
  /** Under which earlier ones may stand as well: they count, too. */
  joined: string[]
}

/**
 * The keys of a buyer. An account and its e-mail address are one buyer, so registering gives no second use, and nor does
 * logging out. `account`: the buyer's own, or the one with the guest's e-mail address.
 */
export function buyerKeys(buyer: Buyer, account: Account | null): BuyerKeys {
  const key = account?.id ?? ("accountId" in buyer ? buyer.accountId : buyer.email)
  const email = "email" in buyer ? buyer.email : account?.email && normalEmail(account.email)
  return { key, joined: email && email !== key ? [email] : [] }
}
