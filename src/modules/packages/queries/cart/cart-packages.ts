import type { RoomCondition } from "../../../core"

/** Whether one of these products is a package, or an article that is no flat one; part of the one query for all rooms. */
export const hasPackage = (productIds: string[]): RoomCondition => ({
  sql: `exists (select 1 from packages_package where product_id = any(?) and deleted_at is null)
    or exists (select 1 from packages_article
      where product_id = any(?) and unit <> 'flat' and deleted_at is null)`,
  bindings: [productIds, productIds],
})
