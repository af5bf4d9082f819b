import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { DISCOUNT_TYPES } from "../../../../rules/discounts/states"
import type { ArticleDiscountAnswer } from "../../../../contracts/discounts/article-discounts"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<ArticleDiscountAnswer>()

export function useArticleDiscountFilters() {
  const { t } = useTexts("discounts")
  return useMemo(
    () => [
      helper.accessor("type", {
        type: "multiselect",
        searchable: false,
        label: t("fields.type"),
        options: DISCOUNT_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) })),
      }),
      helper.accessor("is_active", {
        type: "multiselect",
        searchable: false,
        label: t("fields.active"),
        options: [
          { value: "true", label: t("on") },
          { value: "false", label: t("off") },
        ],
      }),
    ],
    [t],
  )
}
