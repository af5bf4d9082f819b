import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import { importSubscriptionsSchema, subscriptionsImportAnswerSchema } from "../imports"

export const importRoutes: readonly RouteContract[] = [
  {
    method: "POST",
    path: "/admin/billing/imports",
    caller: "admin",
    summary: "Moves subscriptions of another system in from a CSV file, or says what that would do",
    body: importSubscriptionsSchema,
    answer: z.object({ import: subscriptionsImportAnswerSchema }),
  },
]
