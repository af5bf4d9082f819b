import type { MedusaContainer } from "@medusajs/framework/types"
import {
  abandonedRecords,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  abandonedOrderRecords,
  releaseRecord,
} from "../../../modules/discounts"
import { logFailure } from "../../errors/log-failure"
import { placeOrderRecordOf } from "./reserve-order-record"

/** A completion locks its cart for two minutes at most: after a quarter of an hour it has crashed. */
const ABANDONED = 15 * 60_000

/**
 * Reconciles records left by a crash: releases the uses of a cart that became no order, and of a draft or an edit that
 * was not confirmed; places the record of one that was.
 */
export async function releaseAbandonedRecords(container: MedusaContainer, { now }: { now: Date }): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const before = new Date(now.getTime() - ABANDONED)
  for (const id of await abandonedRecords(knex, before)) {
    await logFailure(container, notReleased(id), () => releaseRecord(knex, id))
  }
  for (const { id, is_made } of await abandonedOrderRecords(knex, before)) {
    await logFailure(container, notReleased(id), () =>
      is_made ? placeOrderRecordOf(container, id, now) : releaseRecord(knex, id),
    )
  }
}

const notReleased = (recordId: string): string => `discounts: the uses of record ${recordId} could not be released`
