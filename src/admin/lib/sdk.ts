import Medusa from "@medusajs/js-sdk"

/** Filled in by the store's admin build; absent while the plugin itself is built. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

const baseUrl = typeof __BACKEND_URL__ === "undefined" ? "/" : __BACKEND_URL__
const type = typeof __AUTH_TYPE__ === "undefined" ? "session" : __AUTH_TYPE__
const jwtTokenStorageKey = typeof __JWT_TOKEN_STORAGE_KEY__ === "undefined" ? undefined : __JWT_TOKEN_STORAGE_KEY__

/** The client of the store that serves this admin; logged in as the dashboard is. */
export const sdk = new Medusa({ baseUrl, auth: { type, jwtTokenStorageKey } })
