import { Button } from "@medusajs/ui"
import type { ListedOfferAnswer } from "../../../../contracts/billing/offers"
import type { OfferGroup } from "../../../lib/billing/group-offers"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** Hides all offers of a group, or shows them again, where all are hidden (B2). */
export function GroupVisibility({ group }: { group: OfferGroup<ListedOfferAnswer> }) {
  const { t } = useTexts("billing")
  const isHidden = group.offers.every(({ hidden }) => hidden)
  const toggle = useChange({
    change: () =>
      sdk.client.fetch(`/admin/billing/groups/${group.id}/visibility`, {
        method: "POST",
        body: { hidden: !isHidden },
      }),
    done: t(isHidden ? "offers.group_shown" : "offers.group_hidden"),
  })
  return (
    <Button size="small" variant="transparent" isLoading={toggle.isPending} onClick={() => toggle.mutate(undefined)}>
      {t(isHidden ? "offers.show_group" : "offers.hide_group")}
    </Button>
  )
}
