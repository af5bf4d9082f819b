import { createHash } from "node:crypto"

/** The cart of an attempt: whoever makes it a second time is refused by its primary key. Only the store can derive it. */
export const cartOfAttempt = (tokenHash: string, { turn, attempt }: { turn: number; attempt: number }): string =>
  `cart_qo_${createHash("sha256").update(`${tokenHash}:${turn}:${attempt}`).digest("hex").slice(0, 40)}`

/** The carts of all attempts up to this one. */
export const cartsOfAttempts = ({
  token_hash,
  turn,
  attempt,
}: {
  token_hash: string
  turn: number
  attempt: number
}): string[] =>
  Array.from({ length: attempt }, (_one, before) => cartOfAttempt(token_hash, { turn, attempt: before + 1 }))
