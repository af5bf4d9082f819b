/** What a page may load beside its own files. */
export interface PageSources {
  script?: string[]
  frame?: string[]
  connect?: string[]
  /** Where its forms may lead to in the end, beside this server: browsers hold redirects to it, too. */
  form?: string[]
  /** Whether its script asks this server. */
  asksServer?: boolean
}

const ONE_YEAR = 31_536_000
/** A source of a policy is one host; anything else in it would be a policy of its own. */
const SOURCE = /^https?:\/\/[a-z0-9.*-]+(:\d+)?$/i

const listed = (sources: string[] | undefined, own: string[] = []): string =>
  [...own, ...(sources ?? []).filter((source) => SOURCE.test(source))].join(" ") || "'none'"

/** The content security policy of a page: nothing but its own files, and what its payment form says. */
export function contentPolicy(sources: PageSources = {}): string {
  const parts = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": listed(sources.script, ["'self'"]),
    "img-src": "'self' data:",
    "connect-src": listed(sources.connect, sources.asksServer || sources.connect?.length ? ["'self'"] : []),
    "frame-src": listed(sources.frame),
    "form-action": listed(sources.form, ["'self'"]),
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  }
  return Object.entries(parts)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ")
}

/** The headers of every page. `isSecure`: the pages' public address is https. */
export function securityHeaders({ isSecure }: { isSecure: boolean }): Record<string, string> {
  return {
    "Content-Security-Policy": contentPolicy(),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    ...(isSecure ? { "Strict-Transport-Security": `max-age=${ONE_YEAR}` } : {}),
  }
}
