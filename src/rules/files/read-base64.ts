const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** The bytes of a file that was sent in base64; null: it is none. */
export function readBase64(content: string): Uint8Array | null {
  return BASE64.test(content) && content.length % 4 === 0 ? Uint8Array.from(Buffer.from(content, "base64")) : null
}
