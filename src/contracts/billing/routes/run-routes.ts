import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import { billingOverviewAnswerSchema } from "../overview"
import {
  listRunsSchema,
  previewRunSchema,
  runAnswerSchema,
  runDetailAnswerSchema,
  runListAnswerSchema,
  runPreviewAnswerSchema,
  startRunSchema,
} from "../runs"

export const runRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/overview",
    caller: "admin",
    summary: "What runs, what is owed, and how the latest run went",
    answer: z.object({ overview: billingOverviewAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/runs",
    caller: "admin",
    summary: "Billing runs, the latest first",
    query: listRunsSchema,
    answer: runListAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/runs",
    caller: "admin",
    summary: "Starts a run of what is due by a date, or finds the open one of it",
    body: startRunSchema,
    status: 201,
    answer: z.object({ run: runAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/runs/preview",
    caller: "admin",
    summary: "What a run would issue and charge; it changes nothing",
    query: previewRunSchema,
    answer: z.object({ preview: runPreviewAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/runs/:id",
    caller: "admin",
    summary: "A run with its sums, failures and workers",
    answer: z.object({ run: runDetailAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/runs/:id/stop",
    caller: "admin",
    summary: "Stops a run after the batches under way",
    answer: z.object({ run: runAnswerSchema }),
  },
]
