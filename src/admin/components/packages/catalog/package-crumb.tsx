import { usePackage } from "../../../lib/packages/use-package"
import { useTexts } from "../../../lib/use-texts"

/** A package in the breadcrumbs, by its name. */
export function PackageCrumb({ productId }: { productId: string }) {
  const { t } = useTexts("packages")
  const { data } = usePackage(productId)
  return <>{data?.product?.title ?? t("one")}</>
}
