import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import { clockAnswerSchema, pushClockSchema } from "../clock"
import { demoPaymentsAnswerSchema, lateOutcomeSchema, switchSchema } from "../demo-payments"

export const demoRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/clock",
    caller: "admin",
    summary: "The store's date",
    answer: z.object({ clock: clockAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/clock",
    caller: "admin",
    summary: "Pushes the store's date forward, in a demo store",
    body: pushClockSchema,
    answer: z.object({ clock: clockAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/demo-payments",
    caller: "admin",
    summary: "The demo payment provider's switches and latest charges",
    answer: z.object({ demo_payments: demoPaymentsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/demo-payments",
    caller: "admin",
    summary: "Turns a switch of the demo payment provider",
    body: switchSchema,
    answer: z.object({ demo_payments: demoPaymentsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/demo-payments/charges/:id",
    caller: "admin",
    summary: "Has the demo provider's bank say later what came of a charge",
    body: lateOutcomeSchema,
    answer: z.object({ demo_payments: demoPaymentsAnswerSchema }),
  },
]
