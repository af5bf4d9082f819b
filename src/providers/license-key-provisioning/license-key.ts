import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto"

/** What a key says. */
export interface License {
  /** The service: what a list of revoked keys names. */
  id: string
  product: string
  edition: string
  unit: number
}

const PREFIX = "MSC1"
/** Of a private Ed25519 key in PKCS #8, before its 32 bytes. */
const PKCS8_HEADER = Buffer.from("302e020100300506032b657004220420", "hex")
const SEED_BYTES = 32

/** The private key of 32 bytes in base64. */
export function privateKeyOf(seed: string): KeyObject {
  const bytes = Buffer.from(seed, "base64")
  if (bytes.length !== SEED_BYTES) {
    throw new Error("license-key-provisioning: the option seed is not 32 bytes as base64")
  }
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEADER, bytes]), format: "der", type: "pkcs8" })
}

/** What the merchant's software has with it, to check keys without asking anybody. PEM. */
export const publicKeyOf = (seed: string): string =>
  createPublicKey(privateKeyOf(seed)).export({ type: "spki", format: "pem" }).toString()

/** The key of a license. Ed25519 signs the same words the same way, so one license has one key, however often it is made. */
export function writeLicenseKey(license: License, key: KeyObject): string {
  const words = Buffer.from(JSON.stringify([license.id, license.product, license.edition, license.unit]))
  return [PREFIX, words.toString("base64url"), sign(null, words, key).toString("base64url")].join(".")
}

/** What a key says, where it was signed with this public key; null: it was not. Needs no network. */
export function readLicenseKey(text: string, publicKey: string): License | null {
  const [prefix, words, signature, ...rest] = text.trim().split(".")
  if (prefix !== PREFIX || !words || !signature || rest.length) {
    return null
  }
  const bytes = Buffer.from(words, "base64url")
  try {
    if (!verify(null, bytes, publicKey, Buffer.from(signature, "base64url"))) {
      return null
    }
    const [id, product, edition, unit] = JSON.parse(bytes.toString("utf8")) as [string, string, string, number]
    return { id, product, edition, unit }
  } catch {
    return null
  }
}
