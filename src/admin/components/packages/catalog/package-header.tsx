import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import { useTexts } from "../../../lib/use-texts"
import { DeleteMenu } from "../../ui/delete-menu"
import { Section } from "../../ui/section"
import { AvailabilityDrawer } from "../availability/availability-drawer"
import { DuplicatePackageButton } from "./duplicate-package-button"
import { ProductStatus } from "./product-status"

interface PackageHeaderProps {
  answer: PackageAnswer
  onDelete: () => void
  children: ReactNode
}

/** What the package is: its product's name, category and tax type, which are changed on the product's own page. */
export function PackageHeader({ answer, onDelete, children }: PackageHeaderProps) {
  const { t } = useTexts("packages")
  const { product, product_id, contained_in } = answer
  const title = product?.title ?? t("product_gone")
  const places = [...(product?.categories ?? []).map(({ name }) => name), product?.type?.value].filter(Boolean)
  return (
    <Section
      level="h1"
      title={
        <>
          {title}
          <ProductStatus status={product?.status ?? ""} />
        </>
      }
      hint={places.join(" · ") || undefined}
      actions={
        <>
          <Link
            to={`/products/${product_id}`}
            className="txt-compact-small text-ui-fg-interactive focus-visible:shadow-borders-focus flex items-center gap-x-1 rounded-sm outline-none"
          >
            {t("to_product")}
            <ArrowUpRightOnBox />
          </Link>
          <AvailabilityDrawer product={{ id: product_id, title }} />
          <DuplicatePackageButton productId={product_id} title={title} />
          <DeleteMenu
            label={t("delete")}
            title={t("delete_title", { title })}
            warning={t("delete_warning")}
            onDelete={onDelete}
          />
        </>
      }
    >
      {contained_in.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("contained_in")}{" "}
          {contained_in.map((around, index) => (
            <span key={around.product_id}>
              {index > 0 && ", "}
              <Link to={`/packages/${around.product_id}`} className="text-ui-fg-interactive">
                {around.title}
              </Link>
            </span>
          ))}
        </Text>
      )}
      {children}
    </Section>
  )
}
