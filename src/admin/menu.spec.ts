import { readdirSync, readFileSync } from "fs"
import { dirname, join } from "path"

const ROUTES = join(__dirname, "routes")

/** Where each page stands in the menu: under one of Medusa's own, or by its address. The menu is fixed when the admin is built. */
const MENU = {
  "/billing": null,
  "/billing/subscriptions": null,
  "/billing/invoices": null,
  "/billing/messages": null,
  "/billing/runs": null,
  "/billing/dunning": null,
  "/crm": "/customers",
  "/billing/exits": null,
  "/billing/requests": null,
  "/billing/price-changes": null,
  "/services": null,
  "/services/queue": null,
  "/services/servers": null,
  "/offers": "/products",
  "/packages": "/products",
  "/discounts/articles": "/promotions",
  "/discounts/orders": "/promotions",
  "/discounts/simulator": "/promotions",
  "/discounts/report": "/promotions",
  "/sales": "/orders",
  "/settings/billing-documents": null,
  "/settings/billing-reminders": null,
  "/settings/billing-exits": null,
  "/settings/discounts": null,
  "/settings/billing": null,
}

/** As Medusa's build reads it: a page has a menu item where its configuration has a label. */
const found = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("page.tsx"))
  .flatMap((name): [string, string | null][] => {
    const [, config] =
      /export const config = defineRouteConfig\(\{([^}]*)\}\)/.exec(readFileSync(join(ROUTES, name), "utf8")) ?? []
    return config?.includes("label:") ? [[`/${dirname(name)}`, /nested: "([^"]+)"/.exec(config)?.[1] ?? null]] : []
  })
const menu = Object.fromEntries(found)

describe("the menu", () => {
  it("has pages under Products, Promotions, Customers and Orders, and of its own only what has no place in Medusa's", () => {
    expect(menu).toEqual(MENU)
  })

  it("puts no page under Medusa's whose parent path has an item: Medusa would put it under that one", () => {
    const misplaced = found.filter(([path, nested]) => nested !== null && dirname(path) in menu)
    expect(misplaced).toEqual([])
  })

  it("has no settings deeper than /settings/<room>: Medusa leaves them out", () => {
    expect(found.filter(([path]) => path.startsWith("/settings/") && path.split("/").length > 3)).toEqual([])
  })
})
