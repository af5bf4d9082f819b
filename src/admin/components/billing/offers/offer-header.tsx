import { CurrencyDollar, EllipsisHorizontal, PencilSquare, SquareTwoStack, Trash } from "@medusajs/icons"
import { Button, DropdownMenu, IconButton, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { useNavigate } from "react-router-dom"
import { offerDeletion } from "../../../../rules/billing"
import { useOfferProblemWords } from "../../../lib/billing/use-offer-problem-words"
import { useSoldProduct } from "../../../lib/billing/use-sold-product"
import { useTexts } from "../../../lib/use-texts"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { MigratePriceDrawer } from "../subscriptions/migrate-price-drawer"
import { VisibilityToggle } from "./visibility-toggle"

interface OfferHeaderProps {
  offer: OfferAnswer
  title: string
  onEdit: () => void
}

/** Hide or show, edit, and, behind a menu and a question, take the offer away. */
export function OfferHeader({ offer, title, onEdit }: OfferHeaderProps) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const navigate = useNavigate()
  const [isMigrating, setMigrating] = useState(false)
  const inWords = useOfferProblemWords()
  const sold = useSoldProduct(offer.product_id, true)
  const remove = useChange({
    change: (version: number) =>
      sdk.client.fetch(`/admin/billing/products/${offer.product_id}/offer`, { method: "DELETE", query: { version } }),
    changeOf: (field) => t(`changed.${field}`),
    done: t("offer.removed"),
    inWords,
    alsoStale: dashboardProductKeys,
  })
  const clone = useChange({
    change: () =>
      sdk.client.fetch<{ offer: OfferAnswer }>(`/admin/billing/products/${offer.product_id}/clone`, {
        method: "POST",
        body: { title: t("offer.clone_title", { title }) },
      }),
    done: t("offer.cloned"),
    inWords,
    alsoStale: dashboardProductKeys,
    onDone: (answer) => void navigate(`/products/${answer.offer.product_id}`),
  })
  // The same rule as the server's decides what goes, so what is said is what is done.
  const { deletes, keeps } = offerDeletion(offer.cycles)
  const namesOf = (key: string, ids: string[]) => {
    const names = (sold.data?.variants ?? []).filter(({ id }) => ids.includes(id)).map((variant) => variant.title)
    return names.length > 0 ? [t(key, { names: names.join(", ") })] : []
  }
  const askRemove = async () => {
    const agreed = await prompt({
      title: t("offer.remove_title"),
      description: [
        t("offer.remove_warning", { title }),
        ...namesOf("offer.remove_deletes", deletes),
        ...namesOf("offer.remove_keeps", keeps),
      ].join(" "),
      confirmText: t("offer.remove"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      remove.mutate(offer.version)
    }
  }

  return (
    <>
      <VisibilityToggle offerId={offer.id} hidden={offer.hidden} title={title} />
      <Button size="small" variant="secondary" onClick={onEdit}>
        <PencilSquare />
        {t("offer.edit")}
      </Button>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton size="small" variant="transparent" aria-label={t("common.more")}>
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content>
          {offer.payment_type === "recurring" && (
            <DropdownMenu.Item className="gap-x-2" onSelect={() => setMigrating(true)}>
              <CurrencyDollar className="text-ui-fg-subtle" />
              {t("price_changes.of_offer")}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className="gap-x-2" onSelect={() => clone.mutate(undefined)}>
            <SquareTwoStack className="text-ui-fg-subtle" />
            {t("offer.clone")}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="gap-x-2" onSelect={() => void askRemove()}>
            <Trash className="text-ui-fg-subtle" />
            {t("offer.remove")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
      <MigratePriceDrawer
        chosen={{ product_id: offer.product_id }}
        open={isMigrating}
        onClose={() => setMigrating(false)}
      />
    </>
  )
}
