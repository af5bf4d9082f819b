/** Where links of offers lead to: the merchant's storefront, by its settings alone. */
export interface LandingSettings {
  storefrontUrl: string | null
  /** With `{cart}` where the cart's id stands. */
  cartUrl: string | null
  checkoutUrl: string | null
}

export const LINK_ACTS = ["add", "checkout"] as const
export type LinkAct = (typeof LINK_ACTS)[number]

export type LandingAnswer = { ok: true; url: string } | { ok: false; reason: "no_storefront" | "foreign" }

const STANDARD: Record<LinkAct, string> = { add: "/cart?cart_id={cart}", checkout: "/checkout?cart_id={cart}" }
const OWN: Record<LinkAct, "cartUrl" | "checkoutUrl"> = { add: "cartUrl", checkout: "checkoutUrl" }

/**
 * The address that a link lands on, with the cart's id. A way back that the link itself names is taken only where it is of the
 * storefront: nobody is led to a stranger's page by an address of the merchant's.
 */
export function landing(
  act: LinkAct,
  { settings, cartId, returnTo }: { settings: LandingSettings; cartId: string; returnTo?: string | undefined },
): LandingAnswer {
  const { storefrontUrl } = settings
  if (returnTo !== undefined) {
    const own = storefrontUrl === null ? null : within(returnTo, storefrontUrl)
    if (own === null) {
      return { ok: false, reason: "foreign" }
    }
    own.searchParams.set("cart_id", cartId)
    return { ok: true, url: own.href }
  }
  const template = settings[OWN[act]] ?? (storefrontUrl === null ? null : storefrontUrl + STANDARD[act])
  return template === null
    ? { ok: false, reason: "no_storefront" }
    : { ok: true, url: template.replaceAll("{cart}", encodeURIComponent(cartId)) }
}

/** An address as one of the storefront's; null: it is not. What a browser would read as another host is not, either. */
function within(address: string, storefrontUrl: string): URL | null {
  try {
    const base = new URL(storefrontUrl)
    const url = new URL(address, base)
    const isPlain = !/[\\\s\u0000-\u001f]/.test(address) && url.username === "" && url.password === ""
    return isPlain && url.origin === base.origin ? url : null
  } catch {
    return null
  }
}
