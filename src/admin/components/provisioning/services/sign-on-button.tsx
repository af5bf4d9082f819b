import { Button } from "@medusajs/ui"
import type { SignOnAnswer } from "../../../../contracts/provisioning/services"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** Opens the service as its customer sees it. The page is opened by the click itself: a browser keeps back any later one. */
export function SignOnButton({ id }: { id: string }) {
  const { t } = useTexts("provisioning")
  const ask = useChange({
    change: async (page: Window | null) => {
      try {
        const answer = await sdk.client.fetch<SignOnAnswer>(`/admin/provisioning/services/${id}/sign-on`, {
          method: "POST",
          body: {},
        })
        page?.location.replace(answer.sign_on.url)
      } catch (error) {
        page?.close()
        throw error
      }
    },
  })
  const open = () => {
    const page = window.open("about:blank", "_blank")
    if (page) {
      page.opener = null
    }
    ask.mutate(page)
  }
  return (
    <Button size="small" variant="secondary" isLoading={ask.isPending} onClick={open}>
      {t("sign_on.action")}
    </Button>
  )
}
