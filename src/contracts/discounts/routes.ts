import { z } from "@medusajs/framework/zod"
import { deletedAnswerSchema, type RouteContract } from "../route"
import {
  nextTierAnswerSchema,
  simulateAnswerSchema,
  simulateSchema,
  tierAnswerSchema,
  tiersSchema,
  whyAnswerSchema,
  whySchema,
} from "./answers"
import {
  articleDiscountAnswerSchema,
  articleDiscountListAnswerSchema,
  assignmentAnswerSchema,
  createArticleDiscountSchema,
  createAssignmentSchema,
  listArticleDiscountsSchema,
  updateArticleDiscountSchema,
  updateAssignmentSchema,
} from "./article-discounts"
import {
  articleAnswerSchema,
  articlePositionsSchema,
  eligibilityAnswerSchema,
  listEligibilitySchema,
  saveArticleSchema,
  saveEligibilitySchema,
} from "./articles"
import {
  createOrderDiscountSchema,
  listOrderDiscountsSchema,
  orderDiscountAnswerSchema,
  orderDiscountListAnswerSchema,
  orderDiscountPositionsSchema,
  updateOrderDiscountSchema,
} from "./order-discounts"
import { reportAnswerSchema, reportFileSchema, reportSchema } from "./report"
import { couponAnswerSchema, saveCouponSchema } from "./coupons"
import { saveSettingsSchema, settingsAnswerSchema } from "./settings"

const ARTICLE_DISCOUNTS = "/admin/discounts/article-discounts"
const ORDER_DISCOUNTS = "/admin/discounts/order-discounts"
const ASSIGNMENTS = "/admin/discounts/assignments"
const ARTICLE = "/admin/discounts/articles/:level/:target_id"

const articleDiscount = z.object({ article_discount: articleDiscountAnswerSchema })
const assignment = z.object({ assignment: assignmentAnswerSchema.extend({ discount_id: z.string() }) })

const articleDiscounts: RouteContract[] = [
  {
    method: "GET",
    path: ARTICLE_DISCOUNTS,
    caller: "admin",
    summary: "Article discounts",
    query: listArticleDiscountsSchema,
    answer: articleDiscountListAnswerSchema,
  },
  {
    method: "POST",
    path: ARTICLE_DISCOUNTS,
    caller: "admin",
    summary: "Creates an article discount",
    body: createArticleDiscountSchema,
    status: 201,
    answer: articleDiscount,
  },
  {
    method: "GET",
    path: `${ARTICLE_DISCOUNTS}/:id`,
    caller: "admin",
    summary: "An article discount",
    answer: articleDiscount,
  },
  {
    method: "POST",
    path: `${ARTICLE_DISCOUNTS}/:id`,
    caller: "admin",
    summary: "Changes an article discount; what is left out stays",
    body: updateArticleDiscountSchema,
    answer: articleDiscount,
  },
  {
    method: "DELETE",
    path: `${ARTICLE_DISCOUNTS}/:id`,
    caller: "admin",
    summary: "Deletes an article discount; what it took off stays",
    answer: deletedAnswerSchema("discounts_article_discount"),
  },
  {
    method: "POST",
    path: ASSIGNMENTS,
    caller: "admin",
    summary: "Assigns a discount to one more target",
    body: createAssignmentSchema,
    status: 201,
    answer: assignment,
  },
  {
    method: "POST",
    path: `${ASSIGNMENTS}/:id`,
    caller: "admin",
    summary: "Changes when a discount is in force there",
    body: updateAssignmentSchema,
    answer: assignment,
  },
  {
    method: "DELETE",
    path: `${ASSIGNMENTS}/:id`,
    caller: "admin",
    summary: "Takes a discount away from a target",
    answer: deletedAnswerSchema("discounts_assignment"),
  },
]

const article = z.object({ article: articleAnswerSchema })

const articles: RouteContract[] = [
  {
    method: "GET",
    path: ARTICLE,
    caller: "admin",
    summary: "What is assigned to an article, a collection, a category or all, and what else is said of it",
    answer: article,
  },
  {
    method: "POST",
    path: ARTICLE,
    caller: "admin",
    summary: "Saves its costs, and whether the order discount applies",
    body: saveArticleSchema,
    answer: article,
  },
  {
    method: "POST",
    path: `${ARTICLE}/positions`,
    caller: "admin",
    summary: "Sorts the discounts that are assigned to it",
    body: articlePositionsSchema,
    answer: article,
  },
  {
    method: "GET",
    path: "/admin/discounts/eligibility",
    caller: "admin",
    summary: "What the order discount applies to, or does not, by its own word",
    query: listEligibilitySchema,
    answer: eligibilityAnswerSchema,
  },
  {
    method: "POST",
    path: "/admin/discounts/eligibility",
    caller: "admin",
    summary: "Says of many at once whether the order discount applies",
    body: saveEligibilitySchema,
    answer: eligibilityAnswerSchema,
  },
]

const orderDiscount = z.object({ order_discount: orderDiscountAnswerSchema })

const orderDiscounts: RouteContract[] = [
  {
    method: "GET",
    path: ORDER_DISCOUNTS,
    caller: "admin",
    summary: "Order discounts, in the order in which they are tried",
    query: listOrderDiscountsSchema,
    answer: orderDiscountListAnswerSchema,
  },
  {
    method: "POST",
    path: ORDER_DISCOUNTS,
    caller: "admin",
    summary: "Creates an order discount, the last in order",
    body: createOrderDiscountSchema,
    status: 201,
    answer: orderDiscount,
  },
  {
    method: "POST",
    path: `${ORDER_DISCOUNTS}/positions`,
    caller: "admin",
    summary: "Sorts all order discounts",
    body: orderDiscountPositionsSchema,
    answer: z.object({ ids: z.array(z.string()) }),
  },
  {
    method: "GET",
    path: `${ORDER_DISCOUNTS}/:id`,
    caller: "admin",
    summary: "An order discount",
    answer: orderDiscount,
  },
  {
    method: "POST",
    path: `${ORDER_DISCOUNTS}/:id`,
    caller: "admin",
    summary: "Changes an order discount; what is left out stays",
    body: updateOrderDiscountSchema,
    answer: orderDiscount,
  },
  {
    method: "DELETE",
    path: `${ORDER_DISCOUNTS}/:id`,
    caller: "admin",
    summary: "Deletes an order discount; what it took off stays",
    answer: deletedAnswerSchema("discounts_order_discount"),
  },
]

const answers: RouteContract[] = [
  {
    method: "POST",
    path: "/admin/discounts/simulate",
    caller: "admin",
    summary: "What would be taken off, and why; nothing is stored",
    body: simulateSchema,
    answer: simulateAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/discounts/why",
    caller: "admin",
    summary: "Why the lines of an order or a cart have their prices",
    query: whySchema,
    answer: whyAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/discounts/report",
    caller: "admin",
    summary: "Use and revenue per discount and currency",
    query: reportSchema,
    answer: reportAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/discounts/report/csv",
    caller: "admin",
    summary: "The whole report as a file",
    query: reportFileSchema,
    answer: "text/csv",
  },
  {
    method: "GET",
    path: "/admin/discounts/promotions/:id/renewals",
    caller: "admin",
    summary: "On which bills of a subscription a promotion's code is given",
    answer: z.object({ coupon: couponAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/discounts/promotions/:id/renewals",
    caller: "admin",
    summary: "Says on which bills of a subscription a promotion's code is given",
    body: saveCouponSchema,
    answer: z.object({ coupon: couponAnswerSchema }),
  },
  {
    method: "GET",
    path: "/admin/discounts/settings",
    caller: "admin",
    summary: "What counts for all discounts of the store",
    answer: z.object({ settings: settingsAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/discounts/settings",
    caller: "admin",
    summary: "Changes what counts for all discounts; what is left out stays",
    body: saveSettingsSchema,
    answer: z.object({ settings: settingsAnswerSchema }),
  },
  {
    method: "GET",
    path: "/store/discounts/tiers",
    caller: "visitor",
    summary: "The tiers of an article's price, for the visitor who asks",
    query: tiersSchema,
    answer: z.object({ tiers: z.array(tierAnswerSchema) }),
  },
  {
    method: "GET",
    path: "/store/carts/:id/next-tiers",
    caller: "visitor",
    summary: "What is missing to a cart's next tiers",
    answer: z.object({ next_tiers: z.array(nextTierAnswerSchema) }),
  },
]

export const discountsRoutes: readonly RouteContract[] = [
  ...articleDiscounts,
  ...articles,
  ...orderDiscounts,
  ...answers,
]
