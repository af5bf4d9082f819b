/** The address that is shown once, from the configured base alone: never from a request's `Host` (C20). */
export const linkAddress = (base: string, token: string): string =>
  `${base.replace(/\/+$/, "")}/pages/quick-order/${token}`
