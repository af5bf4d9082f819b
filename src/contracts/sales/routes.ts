import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../route"
import {
  backfillAnswerSchema,
  checkpointAnswerSchema,
  checkpointListAnswerSchema,
  historyStateAnswerSchema,
  listCheckpointsSchema,
  packSchema,
  takeCheckpointSchema,
  verificationAnswerSchema,
  verifySalesSchema,
} from "./chain"
import {
  backfillSchema,
  changeSaleSchema,
  chartSalesSchema,
  eraseCustomerSchema,
  listOwnSalesSchema,
  listSalesSchema,
  ownSaleAnswerSchema,
  saleChartAnswerSchema,
  saleDetailAnswerSchema,
  saleFiltersSchema,
  saleListAnswerSchema,
} from "./sales"
import { pageAnswerSchema } from "../page"

const SALES = "/admin/sales"
const saleAnswer = z.object({ sale: saleDetailAnswerSchema })

const ownChange = (change: string, summary: string): RouteContract => ({
  method: "POST",
  path: `${SALES}/:id/${change}`,
  caller: "admin",
  summary,
  body: changeSaleSchema,
  answer: saleAnswer,
})

const history: RouteContract[] = [
  {
    method: "GET",
    path: SALES,
    caller: "admin",
    summary: "Sales, the latest first, with the totals of all that is filtered",
    query: listSalesSchema,
    answer: saleListAnswerSchema,
  },
  {
    method: "GET",
    path: `${SALES}/figures`,
    caller: "admin",
    summary: "Effective sales over time by currency, refunds on their own day",
    query: chartSalesSchema,
    answer: saleChartAnswerSchema,
  },
  {
    method: "GET",
    path: `${SALES}/csv`,
    caller: "admin",
    summary: "The filtered sales and their refunds as a file",
    query: saleFiltersSchema,
    answer: "text/csv",
  },
  {
    method: "GET",
    path: `${SALES}/:id`,
    caller: "admin",
    summary: "A sale with its time line and what was sold, as it was then",
    answer: saleAnswer,
  },
  {
    method: "GET",
    path: `${SALES}/orders/:id`,
    caller: "admin",
    summary: "The sale of an order; null: it has none yet",
    answer: z.object({ sale: saleDetailAnswerSchema.nullable() }),
  },
  ownChange("hold", "Puts a sale on hold: its deliveries wait"),
  ownChange("release", "Takes a sale off hold"),
  ownChange("stop", "Ends a sale before it is finalized, for good"),
]

const chain: RouteContract[] = [
  {
    method: "GET",
    path: `${SALES}/state`,
    caller: "admin",
    summary: "When the history was last verified, and its last checkpoint",
    answer: z.object({ state: historyStateAnswerSchema }),
  },
  {
    method: "POST",
    path: `${SALES}/backfill`,
    caller: "admin",
    summary: "Makes the sales of orders from before the sales history",
    body: backfillSchema,
    answer: backfillAnswerSchema,
  },
  {
    method: "GET",
    path: `${SALES}/checkpoints`,
    caller: "admin",
    summary: "Checkpoints, the last first",
    query: listCheckpointsSchema,
    answer: checkpointListAnswerSchema,
  },
  {
    method: "POST",
    path: `${SALES}/checkpoints`,
    caller: "admin",
    summary: "Takes a checkpoint over all sales",
    body: takeCheckpointSchema,
    status: 201,
    answer: z.object({ checkpoint: checkpointAnswerSchema }),
  },
  {
    method: "GET",
    path: `${SALES}/checkpoints/:number/file`,
    caller: "admin",
    summary: "A checkpoint as a file, to be kept where nobody can change it",
    answer: "application/",
  },
  {
    method: "POST",
    path: `${SALES}/verifications`,
    caller: "admin",
    summary: "Verifies all sales, and compares them with an exported checkpoint where one is sent",
    body: verifySalesSchema,
    answer: z.object({ verification: verificationAnswerSchema }),
  },
  {
    method: "POST",
    path: `${SALES}/packs`,
    caller: "admin",
    summary: "The auditor's pack: sales, events, checkpoints and invoices with a verifier, as one ZIP file",
    body: packSchema,
    answer: "application/",
  },
  {
    method: "POST",
    path: `${SALES}/customers/:id/erase`,
    caller: "admin",
    summary: "Erases what the sales history says of a customer; figures and chains stay",
    body: eraseCustomerSchema,
    answer: z.object({ id: z.string(), erased: z.literal(true) }),
  },
]

const store: RouteContract[] = [
  {
    method: "GET",
    path: "/store/customers/me/sales",
    caller: "customer",
    summary: "The customer's own sales, the latest first",
    query: listOwnSalesSchema,
    answer: pageAnswerSchema.extend({ sales: z.array(ownSaleAnswerSchema) }),
  },
]

export const salesRoutes: readonly RouteContract[] = [...history, ...chain, ...store]
