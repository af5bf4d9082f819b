import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  ProductCategoryWorkflowEvents,
  ProductCollectionWorkflowEvents,
  ProductVariantWorkflowEvents,
  ProductWorkflowEvents,
} from "@medusajs/framework/utils"
import type { AssignmentLevel } from "../rules/discounts"
import { cleanUpDeletedTargetsWorkflow } from "../workflows/discounts/catalog/clean-up-deleted-targets"

const LEVELS: Record<string, AssignmentLevel> = {
  [ProductWorkflowEvents.DELETED]: "product",
  [ProductVariantWorkflowEvents.DELETED]: "variant",
  [ProductCollectionWorkflowEvents.DELETED]: "collection",
  [ProductCategoryWorkflowEvents.DELETED]: "category",
}

/** Deletes what is assigned to a deleted target. A lost event leaves rows that never match. */
export default async function forgetDeletedTarget({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const level = LEVELS[event.name]
  if (level) {
    await cleanUpDeletedTargetsWorkflow(container).run({ input: { level, ids: [event.data.id] } })
  }
}

export const config: SubscriberConfig = {
  event: Object.keys(LEVELS),
  context: { subscriberId: "discounts-target-deleted" },
}
