import { createHash } from "node:crypto"

/** A file that pages load. Its name has its content's hash in it, so that it may be kept for ever. */
export interface PageAsset {
  file: string
  type: string
  body: Buffer
}

const HASH_LENGTH = 16
const assets = new Map<string, PageAsset>()

export const ASSETS_PATH = "/pages/assets"

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" }

/** Makes a text a file of the pages, and answers its address below the server's. The same text is the same file. */
export function addAsset(name: string, kind: keyof typeof TYPES, text: string): string {
  const body = Buffer.from(text)
  const hash = createHash("sha256").update(body).digest("hex").slice(0, HASH_LENGTH)
  const file = `${name}.${hash}.${kind}`
  assets.set(file, { file, type: TYPES[kind], body })
  return `${ASSETS_PATH}/${file}`
}

export const findAsset = (file: string): PageAsset | undefined => assets.get(file)
