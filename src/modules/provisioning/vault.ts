import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { ProvisioningOptions } from "../../options"

const CIPHER = "aes-256-gcm"
const IV_BYTES = 12

export interface Sealed {
  text: string
  keyId: string
}

/**
 * Encrypts the credentials of servers (S8). A sealed text is bound to the record that it belongs to: copied to another one, it
 * does not open.
 */
export interface Vault {
  /** The key that encrypts; null: there is none. */
  readonly keyId: string | null
  seal: (value: unknown, recordId: string) => Sealed
  open: (sealed: Sealed, recordId: string) => Record<string, unknown>
}

export function createVault(keys: ProvisioningOptions["encryptionKeys"]): Vault {
  const byId = new Map(keys.map(({ id, key }) => [id, Buffer.from(key, "base64")]))
  const [first] = keys
  return {
    keyId: first?.id ?? null,
    seal: (value, recordId) => {
      const key = byId.get(first?.id ?? "")
      if (!first || !key) {
        throw new Error("The option provisioning.encryptionKeys names no key")
      }
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(recordId))
      const data = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()])
      return { keyId: first.id, text: [iv, cipher.getAuthTag(), data].map((part) => part.toString("base64")).join(".") }
    },
    open: ({ text, keyId }, recordId) => {
      const key = byId.get(keyId)
      const [iv, tag, data] = text.split(".").map((part) => Buffer.from(part, "base64"))
      if (!key || !iv || !tag || !data) {
        throw new Error(`The option provisioning.encryptionKeys has no key "${keyId}"`)
      }
      const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(recordId)).setAuthTag(tag)
      const clear = Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8")
      return JSON.parse(clear) as Record<string, unknown>
    },
  }
}
