import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { ListedPackageAnswer } from "../../../../contracts/packages/packages"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { ProductStatus } from "./product-status"

const helper = createDataTableColumnHelper<ListedPackageAnswer>()

/** The columns of the list of packages. */
export function usePackageColumns() {
  const { t } = useTexts("packages")
  const format = useFormat()
  return useMemo(
    () => [
      helper.display({
        id: "name",
        header: t("fields.name"),
        cell: ({ row: { original } }) => (
          <Link
            to={`/packages/${original.product_id}`}
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            onClick={(event) => event.stopPropagation()}
          >
            {original.product?.title ?? t("product_gone")}
          </Link>
        ),
      }),
      helper.display({
        id: "status",
        header: t("fields.status"),
        cell: ({ row }) => <ProductStatus status={row.original.product?.status ?? ""} />,
      }),
      helper.accessor("pricing", {
        header: t("fields.pricing"),
        cell: ({ row }) => t(`pricings.${row.original.pricing}`),
      }),
      helper.display({
        id: "categories",
        header: t("fields.category"),
        cell: ({ row }) => row.original.product?.categories.map(({ name }) => name).join(", ") || "–",
      }),
      helper.display({
        id: "type",
        header: t("fields.tax_type"),
        cell: ({ row }) => row.original.product?.type?.value ?? "–",
      }),
      helper.accessor("contents", {
        header: t("fields.contents"),
        cell: ({ row }) => format.number(row.original.contents),
      }),
      helper.accessor("accessories", {
        header: t("fields.accessories"),
        cell: ({ row }) => format.number(row.original.accessories),
      }),
    ],
    [t, format],
  )
}
