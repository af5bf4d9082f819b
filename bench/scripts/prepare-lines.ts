import type { ExecArgs } from "@medusajs/framework/types"
import { createArticles } from "../support/create-articles"
import { createPackage } from "../support/create-package"
import { readInput, writeOutput } from "../support/child"

export interface LinesInput {
  salesChannelId: string
  count: number
  /** Whether they are sold as a package: not in a store without the plugin. */
  isPackage: boolean
}

/** Articles to be put into a cart together: each by itself, or as the contents of one package. */
export default async function prepareLines({ container }: ExecArgs): Promise<void> {
  const { salesChannelId, count, isPackage } = readInput<LinesInput>()
  const articles = await createArticles(container, { count, title: "Article", salesChannelId })
  const sold = isPackage
    ? await createPackage(container, { title: "Package", salesChannelId, contents: articles })
    : null
  writeOutput({ variantIds: articles.map(({ variantId }) => variantId), packageVariantId: sold?.variantId ?? null })
}
