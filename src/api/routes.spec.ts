import { readdirSync, readFileSync } from "fs"
import { join } from "path"
import type { RouteContract } from "../contracts/route"
import { ROUTES } from "../contracts/routes"

const HANDLER = /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

/**
 * Every route as the files in `src/api` have them, as Express has their paths, with the file's text. Pages are for browsers
 * and have no contract: `src/api/pages/middlewares.ts` lists them.
 */
const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.ts$/.test(file) && !file.startsWith("pages/"))
  .map((file) => ({
    path: `/${file.replace(/\/route\.ts$/, "").replace(/\[([^\]]+)\]/g, ":$1")}`,
    text: readFileSync(join(__dirname, file), "utf8"),
  }))

const named = ({ method, path }: Pick<RouteContract, "method" | "path">): string => `${method} ${path}`

describe("the contracts of the routes", () => {
  it("describe each route of the plugin, once, and no other", () => {
    const handlers = files.flatMap(({ path, text }) =>
      [...text.matchAll(HANDLER)].map(([, method = ""]) => `${method} ${path}`),
    )
    expect(handlers.length).toBeGreaterThan(50)
    expect(ROUTES.map(named).sort()).toEqual(handlers.sort())
  })

  it("have a query and a body where the route reads one", () => {
    for (const { path, text } of files) {
      const here = ROUTES.filter((route) => route.path === path)
      expect([path, here.some(({ query }) => query)]).toEqual([path, text.includes("req.query")])
      if (text.includes("req.validatedBody")) {
        expect([path, here.some(({ body }) => body)]).toEqual([path, true])
      }
    }
  })

  it("check a body of every route that changes something; a run is stopped without one", () => {
    const without = ROUTES.filter(({ method, body }) => method === "POST" && !body)
    expect(without.map(named)).toEqual(["POST /admin/billing/runs/:id/stop"])
  })

  it("let nobody but admins call an admin route, and no admin a store's", () => {
    const wrong = ROUTES.filter(({ path, caller }) => path.startsWith("/admin/") !== (caller === "admin"))
    expect(wrong.map(named)).toEqual([])
  })
})
