import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useArticle } from "../../../lib/discounts/use-article"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { Choice } from "../../ui/forms/choice"
import { Loaded } from "../../ui/loaded"
import { ArticlePanel } from "./article-panel"

interface ProductDiscountsProps {
  product: { id: string; title: string }
}

/** All about the discounts of a product, and of each of its variants. */
export function ProductDiscounts({ product }: ProductDiscountsProps) {
  const { t } = useTexts("discounts")
  const [variantId, setVariantId] = useState("")
  const currencies = useCurrencies()
  const variants = useQuery({
    queryKey: [...queryKeys.targets, "variants-of", product.id],
    queryFn: async () => {
      const { product: found } = await sdk.admin.product.retrieve(product.id, {
        fields: "id,variants.id,variants.title",
      })
      return (found.variants ?? []).map(({ id, title }) => ({ value: id, label: title ?? id }))
    },
    staleTime: 0,
  })
  const level = variantId ? "variant" : "product"
  const query = useArticle(level, variantId || product.id)
  const options = [{ value: "", label: t("product.whole") }, ...(variants.data ?? [])]
  const title = options.find(({ value }) => value === variantId && value !== "")?.label ?? product.title

  return (
    <div className="flex flex-col divide-y">
      {(variants.data?.length ?? 0) > 0 && (
        <div className="px-6 py-4">
          <Choice
            size="small"
            label={t("product.of")}
            value={variantId || WHOLE}
            options={options.map(({ value, label }) => ({ value: value || WHOLE, label }))}
            onChange={(value) => setVariantId(value === WHOLE ? "" : value)}
          />
        </div>
      )}
      <Loaded query={currencies}>
        {(codes) => (
          <Loaded query={query}>
            {({ article }) => <ArticlePanel article={{ ...article, level }} title={title} currencies={codes} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}

/** The select takes no empty value. */
const WHOLE = "product"
