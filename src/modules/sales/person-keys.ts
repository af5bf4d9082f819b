import { randomBytes } from "node:crypto"
import { KEY_BYTES, keyName, NO_STORE_KEY, NONCE_BYTES, open, seal, storeKey } from "./person-cipher"
import type { PersonRow } from "./queries/people/person-keys"

export interface StoreSecrets {
  personSecret?: string | undefined
  earlierPersonSecrets: readonly string[]
}

export interface WrappedKey {
  wrappedKey: string
  wrappedBy: string
}

/** A new key for a person, wrapped by the store's secret; without one it is kept as it is. */
export function newPersonKey(customerRef: string, { personSecret }: StoreSecrets): WrappedKey {
  const key = randomBytes(KEY_BYTES)
  if (personSecret === undefined) {
    return { wrappedKey: key.toString("base64"), wrappedBy: NO_STORE_KEY }
  }
  const store = storeKey(personSecret)
  const { nonce, cipher } = seal({
    key: store,
    nonce: randomBytes(NONCE_BYTES),
    belongsTo: customerRef,
    text: key.toString("base64"),
  })
  return { wrappedKey: `${nonce}.${cipher}`, wrappedBy: keyName(store) }
}

/** Why personal fields cannot be read. */
export type KeyProblem = "erased" | "wrong_secret" | "lost_secret"

/** A person's key. Erased people have none; a secret that is not the store's, or no more, is named. */
export function personKey(
  { customer_ref, wrapped_key, wrapped_by }: PersonRow,
  { personSecret, earlierPersonSecrets }: StoreSecrets,
): { key: Buffer } | { problem: KeyProblem } {
  if (wrapped_key === null) {
    return { problem: "erased" }
  }
  if (wrapped_by === NO_STORE_KEY) {
    return { key: Buffer.from(wrapped_key, "base64") }
  }
  const secrets = [...(personSecret === undefined ? [] : [personSecret]), ...earlierPersonSecrets]
  const store = secrets.map(storeKey).find((one) => keyName(one) === wrapped_by)
  if (!store) {
    return { problem: secrets.length ? "wrong_secret" : "lost_secret" }
  }
  const [nonce = "", cipher = ""] = wrapped_key.split(".")
  const key = open(store, { nonce, cipher }, customer_ref)
  return key === null ? { problem: "wrong_secret" } : { key: Buffer.from(key, "base64") }
}

/** Whose part of a snapshot it is. */
export interface PartOfPerson {
  person: string
  /** The fields that are theirs; left out: all. */
  fields?: readonly string[]
}

/** What is stored of a person in a snapshot. One who was erased before has a part without it, which says what was theirs. */
export interface SealedPart extends PartOfPerson {
  nonce: string
  cipher: string
}

/** Encrypts a person's part of a record, at a place where alone it opens. */
export function sealPart(person: { id: string; key: Buffer }, belongsTo: string, text: string): SealedPart {
  return {
    person: person.id,
    ...seal({ key: person.key, nonce: randomBytes(NONCE_BYTES), belongsTo, text }),
  }
}

export function openPart(key: Buffer, { nonce, cipher }: SealedPart, belongsTo: string): string | null {
  return open(key, { nonce, cipher }, belongsTo)
}
