import type { QueryKey } from "@tanstack/react-query"
import type { ArticleDiscountAnswer } from "../../../contracts/discounts/article-discounts"
import type { OrderDiscountAnswer } from "../../../contracts/discounts/order-discounts"
import { queryKeys } from "../query-keys"

/** A kind of discount that has pages of its own. */
export interface DiscountKind<TAnswer, TDiscount> {
  queryKey: QueryKey
  /** Where discounts of this kind are in the Admin API. */
  api: string
  read: (answer: TAnswer) => TDiscount
}

export const ARTICLE_DISCOUNTS: DiscountKind<{ article_discount: ArticleDiscountAnswer }, ArticleDiscountAnswer> = {
  queryKey: queryKeys.articleDiscounts,
  api: "/admin/discounts/article-discounts",
  read: ({ article_discount }) => article_discount,
}

export const ORDER_DISCOUNTS: DiscountKind<{ order_discount: OrderDiscountAnswer }, OrderDiscountAnswer> = {
  queryKey: queryKeys.orderDiscounts,
  api: "/admin/discounts/order-discounts",
  read: ({ order_discount }) => order_discount,
}
