import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ListedPackageAnswer } from "../../../../contracts/packages/packages"
import { PACKAGE_PRICINGS } from "../../../../rules/packages"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<ListedPackageAnswer>()

export function usePackageFilters() {
  const { t } = useTexts("packages")
  return useMemo(
    () => [
      helper.accessor("pricing", {
        type: "multiselect",
        searchable: false,
        label: t("fields.pricing"),
        options: PACKAGE_PRICINGS.map((value) => ({ value, label: t(`pricings.${value}`) })),
      }),
    ],
    [t],
  )
}
