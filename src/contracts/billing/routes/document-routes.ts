import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  documentLookAnswerSchema,
  listOwnInvoicesSchema,
  manyDocumentsSchema,
  ownInvoiceListAnswerSchema,
  recordCheckAnswerSchema,
  saveDocumentLookSchema,
} from "../documents"

const LOOK = "/admin/billing/documents/look"
const checks = z.object({ checks: z.array(recordCheckAnswerSchema) })

export const documentRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/admin/billing/invoices/:id/documents/:format",
    caller: "admin",
    summary: "An invoice's file, `pdf` or `xml`: made once, and the same bytes for ever",
    answer: "application/",
  },
  {
    method: "POST",
    path: "/admin/billing/invoices/documents",
    caller: "admin",
    summary: "Several invoices as one PDF",
    body: manyDocumentsSchema,
    answer: "application/pdf",
  },
  {
    method: "GET",
    path: LOOK,
    caller: "admin",
    summary: "How documents look that are made from now on",
    answer: z.object({ look: documentLookAnswerSchema }),
  },
  {
    method: "POST",
    path: LOOK,
    caller: "admin",
    summary: "Changes the logo, colour and footer of documents",
    body: saveDocumentLookSchema,
    answer: z.object({ look: documentLookAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/billing/customers/:id/document-check",
    caller: "admin",
    summary: "What a customer's record lacks for the next documents",
    answer: checks,
  },
  {
    method: "GET",
    path: "/admin/billing/subscriptions/:id/document-check",
    caller: "admin",
    summary: "What the next document of a subscription would lack",
    answer: checks,
  },
  {
    method: "GET",
    path: "/store/customers/me/invoices",
    caller: "customer",
    summary: "The customer's own invoices and credit notes, the latest first",
    query: listOwnInvoicesSchema,
    answer: ownInvoiceListAnswerSchema,
  },
  {
    method: "GET",
    path: "/store/customers/me/invoices/:id/documents/:format",
    caller: "customer",
    summary: "The file of an own invoice, `pdf` or `xml`",
    answer: "application/",
  },
]
