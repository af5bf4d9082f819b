import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

const LONGEST = 200

/** The key that signs what pages hand out, derived from the store's secret for this purpose alone. */
export const pageKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "medusa-service-commerce pages", 32))

const sign = (key: Buffer, parts: readonly (string | number)[]): string =>
  // Each part with its length before it, so that no two lists sign as one.
  createHmac("sha256", key)
    .update(parts.map((part) => `${String(part).length}:${part}`).join("|"))
    .digest("base64url")

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** What a session is of: a link's public id with the hash of its token. Another token of the same id is another session. */
export interface SessionOf {
  page: string
  id: string
  tokenHash: string
}

/** The value of a session's cookie: when it ends, in seconds since 1970, and the signature. Nothing is stored for it. */
export const sessionValue = (key: Buffer, { page, id, tokenHash }: SessionOf, endsAt: number): string =>
  `${endsAt}.${sign(key, ["session", page, id, tokenHash, endsAt])}`

/** Whether a cookie's value is one of this session that has not ended. */
export function isSessionValue(key: Buffer, of: SessionOf, { value, now }: { value: string; now: number }): boolean {
  const endsAt = Number(/^(\d{1,12})\./.exec(value.slice(0, LONGEST))?.[1] ?? 0)
  return value.length <= LONGEST && endsAt > now && isSame(value, sessionValue(key, of, endsAt))
}

/** The key of a page's forms: whoever has it was shown the page in this session. */
export const formKey = (key: Buffer, session: string): string => sign(key, ["form", session])

export const isFormKey = (key: Buffer, session: string, given: unknown): boolean =>
  typeof given === "string" && given.length <= LONGEST && isSame(given, formKey(key, session))

/** What a form without a session is of: its page. */
export interface FormTicket {
  /** Drawn anew each time that the form is: one form is taken once. */
  nonce: string
  /** Seconds since 1970. */
  issuedAt: number
}

/** The key of a form whose page asks for no session: when it was drawn, a nonce, and the signature. Nothing is stored for it. */
export const formTicket = (key: Buffer, page: string, { nonce, issuedAt }: FormTicket): string =>
  `${issuedAt}.${nonce}.${sign(key, ["ticket", page, nonce, issuedAt])}`

/** Reads the key of a form of this page; null: it is none, or older than `seconds`. */
export function readFormTicket(
  key: Buffer,
  page: string,
  { value, now, seconds }: { value: unknown; now: number; seconds: number },
): FormTicket | null {
  const [, time, nonce = ""] =
    typeof value === "string" && value.length <= LONGEST ? (/^(\d{1,12})\.([\w-]{16,64})\./.exec(value) ?? []) : []
  const issuedAt = Number(time ?? 0)
  const isOfNow = issuedAt <= now && issuedAt > now - seconds
  return isOfNow && isSame(String(value), formTicket(key, page, { nonce, issuedAt })) ? { nonce, issuedAt } : null
}
