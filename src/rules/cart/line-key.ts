import type { Metadata } from "./cart-line"

/**
 * The one key of a line's metadata that is the server's. Its value is the `key` of the line's record: cart line ids are
 * lost when the cart becomes an order, metadata is not.
 */
export const LINE_KEY = "service_commerce_key"

export function lineKeyOf(metadata: Metadata | null | undefined): string | null {
  const key = metadata?.[LINE_KEY]
  return typeof key === "string" ? key : null
}

export const hasLineKey = (metadata: Metadata | null | undefined): boolean => Object.hasOwn(metadata ?? {}, LINE_KEY)

/** What the client itself has written, without the server's key. */
export function clientMetadata(metadata: Metadata | null | undefined): Metadata {
  const { [LINE_KEY]: _key, ...own } = metadata ?? {}
  return own
}

export const withLineKey = (metadata: Metadata | null | undefined, key: string): Metadata => ({
  ...clientMetadata(metadata),
  [LINE_KEY]: key,
})

/** Removes every entry: Medusa merges an update into the metadata that is there, and drops what is "". */
export const withoutMetadata = (metadata: Metadata | null | undefined): Metadata =>
  Object.fromEntries(Object.keys(metadata ?? {}).map((name) => [name, ""]))

/** Removes the server's key. */
export const WITHOUT_LINE_KEY: Metadata = { [LINE_KEY]: "" }
