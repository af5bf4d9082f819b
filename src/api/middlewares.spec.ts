import { createRequire } from "module"
import middlewares from "./middlewares"
import { storeSubscriptionMiddlewares } from "./store/customers/me/subscriptions/middlewares"

/** How `app.use` and `app.get` compile a path: `end` is false for what holds below the path, too. */
type Compile = (path: string, options: { end: boolean }) => RegExp

const ofMedusa = createRequire(require.resolve("@medusajs/framework/http"))
const compile0 = createRequire(ofMedusa.resolve("express/package.json"))("path-to-regexp") as (
  path: string,
  keys: unknown[],
  options: { end: boolean; strict: boolean; sensitive: boolean },
) => RegExp
const { pathToRegexp } = ofMedusa("path-to-regexp") as {
  pathToRegexp: (path: string, options: { end: boolean; sensitive: boolean; trailing: boolean }) => { regexp: RegExp }
}

const express4: Compile = (path, { end }) => compile0(path, [], { end, strict: false, sensitive: false })
const express5: Compile = (path, { end }) => pathToRegexp(path, { end, sensitive: false, trailing: true }).regexp

const matchers = (middlewares.routes ?? []).map(({ matcher, methods }) => ({
  matcher: String(matcher),
  /** Without methods Medusa registers it by `app.use`. */
  end: methods !== undefined,
}))

/** Paths near a matcher: itself, with a slash, below it, beside it, above it. */
function pathsNear(matcher: string): string[] {
  const path = matcher.replace(/:\w+/g, "some_id")
  return [path, `${path}/`, path.toUpperCase(), `${path}/below`, `${path}beside`, path.slice(0, path.lastIndexOf("/"))]
}

describe("the matchers of the routes' middlewares", () => {
  it("are literal segments and parameters, which every version of Express reads alike", () => {
    expect(matchers.length).toBeGreaterThan(40)
    expect(matchers.filter(({ matcher }) => !/^(\/(:\w+|[a-z][a-z-]*))+$/.test(matcher))).toEqual([])
  })

  it("match the same paths in Express 4 and in Express 5", () => {
    for (const { matcher, end } of matchers) {
      const [in4, in5] = [express4(matcher, { end }), express5(matcher, { end })]
      for (const path of pathsNear(matcher)) {
        expect([matcher, path, in5.test(path)]).toEqual([matcher, path, in4.test(path)])
      }
    }
  })

  it("P13: every path of the Store API is looked at for hidden contents", () => {
    for (const compile of [express4, express5]) {
      for (const path of ["/store/carts", "/store/carts/cart_1/complete", "/store/a/merchants/own", "/STORE/orders/"]) {
        expect(compile("/store", { end: false }).test(path)).toBe(true)
      }
      expect(compile("/store", { end: false }).test("/storefront")).toBe(false)
    }
  })

  it("what holds for whole paths stands at paths of the plugin's own, and hidden contents' at the Store API's", () => {
    expect(new Set(matchers.filter(({ end }) => !end).map(({ matcher }) => matcher))).toEqual(
      new Set([
        "/store",
        "/admin/billing",
        "/admin/discounts",
        "/admin/packages",
        "/admin/quick-order-links",
        "/pages",
        "/store/billing",
        "/store/discounts",
        "/store/packages",
        "/store/quick-orders",
        "/store/customers/me/invoices",
        "/store/customers/me/subscriptions",
      ]),
    )
  })

  it("the customer's own subscriptions ask for a log-in on every path below them", () => {
    const guards = storeSubscriptionMiddlewares.filter((one) => one.method === undefined)
    expect(guards.map(({ matcher }) => matcher)).toEqual(["/store/customers/me/subscriptions"])
    for (const compile of [express4, express5]) {
      const guarded = compile(String(guards[0]?.matcher), { end: false })
      for (const below of ["", "/", "/bsub_1", "/bsub_1/cancel", "/bsub_1/undo-cancel/what-is-not-there"]) {
        expect(guarded.test(`/store/customers/me/subscriptions${below}`)).toBe(true)
      }
      expect(guarded.test("/store/customers/me")).toBe(false)
    }
  })
})
