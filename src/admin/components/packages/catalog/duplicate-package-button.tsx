import { SquareTwoStack } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import { usePackageProblemWords } from "../../../lib/packages/use-package-problem-words"
import { packagePath } from "../../../lib/packages/use-package"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** Makes a package like this one, as it was saved last, and opens it. It is a draft until it is looked at. */
export function DuplicatePackageButton({ productId, title }: { productId: string; title: string }) {
  const { t } = useTexts("packages")
  const navigate = useNavigate()
  const duplicate = useChange({
    change: () =>
      sdk.client.fetch<{ package: PackageAnswer }>(`${packagePath(productId)}/duplicate`, {
        method: "POST",
        body: { title: t("copy_name", { title }) },
      }),
    done: t("duplicated"),
    alsoStale: dashboardProductKeys,
    inWords: usePackageProblemWords(),
    onDone: (answer) => void navigate(`/packages/${answer.package.product_id}`),
  })
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      isLoading={duplicate.isPending}
      onClick={() => duplicate.mutate(undefined)}
    >
      <SquareTwoStack />
      {t("duplicate")}
    </Button>
  )
}
