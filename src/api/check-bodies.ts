import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { RouteContract } from "../contracts/route"
import { validateBody } from "./validate-body"

/** Checks the bodies of the plugin's routes by their contracts. It stands last: after a log-in is asked for. */
export const checkBodies = (routes: readonly RouteContract[]): MiddlewareRoute[] =>
  routes.flatMap(({ method, path, body }) =>
    body ? [{ matcher: path, method, middlewares: [validateBody(body)] }] : [],
  )
