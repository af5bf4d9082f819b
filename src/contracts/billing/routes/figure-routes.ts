import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  behindFigureAnswerSchema,
  behindFigureQuerySchema,
  figuresAnswerSchema,
  figuresQuerySchema,
} from "../figures/figures"

const FIGURES = "/admin/billing/figures"

export const figureRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: FIGURES,
    caller: "admin",
    summary: "MRR, active, new, churned, recovered, failed, upcoming and at risk, by currency and by day",
    query: figuresQuerySchema,
    answer: z.object({ figures: figuresAnswerSchema }),
  },
  {
    method: "GET",
    path: `${FIGURES}/behind`,
    caller: "admin",
    summary: "The subscriptions behind a number",
    query: behindFigureQuerySchema,
    answer: behindFigureAnswerSchema,
  },
  {
    method: "GET",
    path: `${FIGURES}/csv`,
    caller: "admin",
    summary: "The figures of each day as a file",
    query: figuresQuerySchema,
    answer: "text/csv",
  },
]
