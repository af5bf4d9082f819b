import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import { invoiceDetailAnswerSchema } from "../invoices"
import {
  changeDueDateSchema,
  chargedAnswerSchema,
  dunningBoardAnswerSchema,
  listDunnedSchema,
  retrySchema,
  suspensionSchema,
} from "../dunning"
import { billingSettingsAnswerSchema, saveBillingSettingsSchema } from "../settings"
import { subscriptionDetailAnswerSchema } from "../subscription-answers"

const SUBSCRIPTIONS = "/admin/billing/subscriptions"
const detail = z.object({ subscription: subscriptionDetailAnswerSchema })

export const dunningRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/dunning",
    caller: "admin",
    summary: "What is owed past its date, by stage, with what is done next",
    query: listDunnedSchema,
    answer: dunningBoardAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/billing/settings",
    caller: "admin",
    summary: "How what is overdue is dealt with",
    answer: z.object({ settings: billingSettingsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/settings",
    caller: "admin",
    summary: "Changes how what is overdue is dealt with; what is left out stays",
    body: saveBillingSettingsSchema,
    answer: z.object({ settings: billingSettingsAnswerSchema }),
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/suspend`,
    caller: "admin",
    summary: "Suspends a subscription by hand",
    body: suspensionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/resume`,
    caller: "admin",
    summary: "Resumes a paused subscription, or a suspended one that owes nothing past its date",
    body: suspensionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/retry`,
    caller: "admin",
    summary: "Charges what a subscription owes, at once",
    body: retrySchema,
    answer: detail.extend({ charges: z.array(chargedAnswerSchema) }),
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/due-date",
    caller: "admin",
    summary: "Moves the date by which an invoice is to be paid",
    body: changeDueDateSchema,
    answer: z.object({ invoice: invoiceDetailAnswerSchema }),
  },
]
