import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  createPaymentLinkSchema,
  newPaymentLinkAnswerSchema,
  paymentLinkAnswerSchema,
  paymentLinkListAnswerSchema,
  revokePaymentLinkSchema,
} from "../payment-links"
import {
  confirmPaymentPageSchema,
  openPaymentPageSchema,
  paymentOutcomeAnswerSchema,
  paymentPageAnswerSchema,
  payPaymentPageSchema,
} from "../payment-pages"

const PAYMENT_PAGES = "/store/billing/payment-pages"

export const paymentPageRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/invoices/:id/payment-links",
    caller: "admin",
    summary: "The links by which an invoice can be paid, the latest first",
    answer: paymentLinkListAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/:id/payment-links",
    caller: "admin",
    summary: "Makes a link of an invoice; its address is answered this once",
    body: createPaymentLinkSchema,
    status: 201,
    answer: newPaymentLinkAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/billing/payment-links/:id/revoke",
    caller: "admin",
    summary: "Ends a payment link, and the pages that are open by it",
    body: revokePaymentLinkSchema,
    answer: z.object({ payment_link: paymentLinkAnswerSchema }),
  },
  {
    method: "POST",
    path: PAYMENT_PAGES,
    caller: "visitor",
    summary: "What the payment page of a link shows",
    body: openPaymentPageSchema,
    answer: z.object({ payment_page: paymentPageAnswerSchema }),
    isLimited: true,
  },
  {
    method: "POST",
    path: `${PAYMENT_PAGES}/pay`,
    caller: "visitor",
    summary: "Pays an invoice by its link, or begins to",
    body: payPaymentPageSchema,
    answer: paymentOutcomeAnswerSchema,
    isLimited: true,
  },
  {
    method: "POST",
    path: `${PAYMENT_PAGES}/confirm`,
    caller: "visitor",
    summary: "Asks what came of the payment that was begun by a link",
    body: confirmPaymentPageSchema,
    answer: paymentOutcomeAnswerSchema,
    isLimited: true,
  },
]
