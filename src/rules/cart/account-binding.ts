/** How a cart came to the account that it belongs to. */
export const CART_BINDINGS = ["login", "email"] as const
export type CartBinding = (typeof CART_BINDINGS)[number]

/** The server's record of a cart: which account it was given to, and how. */
export interface CartBuyer {
  customerId: string
  boundBy: CartBinding
}

/** Whose a cart is by Medusa's word, and by the server's record. */
export interface CartOwner {
  /** The cart's customer where it is an account; null: a guest, or nobody yet. */
  accountId: string | null
  /** Null: the account was never given to the cart by an e-mail address. */
  buyer: CartBuyer | null
}

/**
 * Whether a cart has an account that nobody has logged in to: it was given by an e-mail address that somebody typed. A
 * cart without a record was created by somebody logged in, or by the store's own code, which is trusted. A record of
 * another account says nothing good of this one.
 */
export const isBoundByEmail = ({ accountId, buyer }: CartOwner): boolean =>
  accountId !== null && buyer !== null && !(buyer.customerId === accountId && buyer.boundBy === "login")
