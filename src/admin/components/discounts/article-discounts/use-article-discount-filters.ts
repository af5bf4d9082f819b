import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { DISCOUNT_TYPES } from "../../../../rules/discounts/states"
import type { ArticleDiscountAnswer } from "../../../../contracts/discounts/article-discounts"
import { NAMESPACE } from "../../../lib/namespace"

const helper = createDataTableFilterHelper<ArticleDiscountAnswer>()

export function useArticleDiscountFilters() {
  const { t } = useTranslation(NAMESPACE)
  return useMemo(
    () => [
      helper.accessor("type", {
        type: "multiselect",
        searchable: false,
        label: t("discounts.fields.type"),
        options: DISCOUNT_TYPES.map((type) => ({ value: type, label: t(`discounts.types.${type}`) })),
      }),
      helper.accessor("is_active", {
        type: "multiselect",
        searchable: false,
        label: t("discounts.fields.active"),
        options: [
          { value: "true", label: t("discounts.on") },
          { value: "false", label: t("discounts.off") },
        ],
      }),
    ],
    [t],
  )
}
