import { createCipheriv, createDecipheriv } from "node:crypto"
import { sha256 } from "./sha256"

const CIPHER = "aes-256-gcm"
const TAG_BYTES = 16
export const KEY_BYTES = 32
export const NONCE_BYTES = 12

export interface Sealed {
  nonce: string
  /** Ciphertext and its tag, in Base64. */
  cipher: string
}

export interface ToSeal {
  key: Buffer
  nonce: Buffer
  /** What it belongs to: it opens nowhere else. */
  belongsTo: string
  text: string
}

/** AES-256-GCM. The same key and nonce are never used for two texts: nonces are random. */
export function seal({ key, nonce, belongsTo, text }: ToSeal): Sealed {
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(Buffer.from(belongsTo))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString("base64"), cipher: sealed.toString("base64") }
}

/** The text; null where the key, the place or a byte is another. */
export function open(key: Buffer, { nonce, cipher }: Sealed, belongsTo: string): string | null {
  try {
    const sealed = Buffer.from(cipher, "base64")
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64"), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(belongsTo))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8")
  } catch {
    return null
  }
}

/** The store's key of 32 bytes, from the secret of any length that the options have. */
export const storeKey = (secret: string): Buffer => Buffer.from(sha256(secret), "hex")

/** A few signs of a key's hash: enough to know it again, and nothing to find it by. */
export const keyName = (key: Buffer): string => sha256(key.toString("hex")).slice(0, 12)

/** What stands in place of a key's name where the store has none: people's keys are kept as they are. */
export const NO_STORE_KEY = "none"
