import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { profilePath } from "../../../lib/customers/use-profile"
import { download } from "../../../lib/download"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** What a person may ask for: all that is kept of them, and that it is erased (C9). */
export function ProfileMenu({ profile }: { profile: ProfileDetailAnswer }) {
  const { t } = useTexts("customers")
  const prompt = usePrompt()
  const navigate = useNavigate()
  const path = profilePath(profile.id)
  const hand = useChange({
    change: () => download(`${path}/personal-data`, {}, "personal-data.json"),
  })
  const erase = useChange({
    change: () =>
      sdk.client.fetch<{ keep_invoices_years: number }>(`${path}/erase`, {
        method: "POST",
        body: { name: profile.name },
      }),
    done: t("erase.done"),
    inWords: useCustomerProblemWords(),
    alsoStale: [["customers"]],
    onDone: () => void navigate("/crm", { replace: true }),
  })
  const ask = async () => {
    const agreed = await prompt({
      title: t("erase.title", { name: profile.name }),
      description: t("erase.warning"),
      verificationText: profile.name,
      verificationInstruction: t("erase.instruction"),
      confirmText: t("erase.confirm"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      erase.mutate(undefined)
    }
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" aria-label={t("common.more")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item onSelect={() => hand.mutate(undefined)}>{t("personal_data.export")}</DropdownMenu.Item>
        <DropdownMenu.Separator />
        <DropdownMenu.Item onSelect={() => void ask()}>{t("erase.action")}</DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
