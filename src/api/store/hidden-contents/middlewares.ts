import type { MiddlewareRoute } from "@medusajs/framework/http"
import { leaveOutHidden } from "./leave-out-hidden"

/** Without a method it stands before all routes and their own middlewares, so it sees each answer last. */
export const storeHiddenContentMiddlewares: MiddlewareRoute[] = [{ matcher: "/store", middlewares: [leaveOutHidden] }]
