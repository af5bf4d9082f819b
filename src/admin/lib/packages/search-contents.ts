import type { ContentListAnswer } from "../../../contracts/packages/packages"
import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"
import type { FoundContent } from "./package-form"

export interface ContentOption extends Option {
  content: FoundContent
}

const MOST = 20

/** Variants and packages that can be added to a package: what would make it contain itself is left out. */
export const searchContents =
  (productId: string, packageHint: string) =>
  async (q: string, offset: number): Promise<FoundPage<ContentOption>> => {
    const { contents, count } = await sdk.client.fetch<ContentListAnswer>("/admin/packages/contents", {
      query: { product_id: productId, limit: MOST, offset, ...(q && { q }) },
    })
    const options = contents.map(({ product_id, variant_id, title, variant_title, sku, status, is_package }) => {
      const hint = is_package ? packageHint : sku
      return {
        id: variant_id,
        title: [title, variant_title].filter(Boolean).join(" · "),
        ...(hint && { hint }),
        content: { product_id, variant_id, title, variant_title: variant_title ?? "", status, is_package },
      }
    })
    return { options, count }
  }
