import { ArrowsPointingOut } from "@medusajs/icons"
import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import type { ListedOfferAnswer, OfferListAnswer } from "../../../../contracts/billing/offers"
import { groupOffers, type OfferGroup } from "../../../lib/billing/group-offers"
import { useOfferProblemWords } from "../../../lib/billing/use-offer-problem-words"
import { moved } from "../../../lib/moved"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { SortableList } from "../../ui/sortable-list"
import { GroupVisibility } from "./group-visibility"
import { VisibilityToggle } from "./visibility-toggle"

const MOST = 200

/** Shows the offers group by group, as the storefront does, and lets them be dragged into an order. */
export function ArrangeOffers() {
  const { t } = useTexts("billing")
  const [open, setOpen] = useState(false)
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small" variant="secondary">
          <ArrowsPointingOut />
          {t("offers.arrange")}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-8 sm:py-12">
          <div className="isolate flex w-full max-w-[720px] flex-col gap-y-6">
            <div>
              <FocusModal.Title asChild>
                <Heading>{t("offers.arrange_title")}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("offers.arrange_hint")}
                </Text>
              </FocusModal.Description>
            </div>
            {open && <Groups />}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}

function Groups() {
  const { t } = useTexts("billing")
  const list = useList<OfferListAnswer>(queryKeys.offers, "billing/offers", { limit: MOST })
  return (
    <Loaded query={list}>
      {({ offers, count }) => (
        <>
          {offers.length === 0 && <EmptyNote title={t("offers.empty")} hint={t("offers.empty_hint")} />}
          {groupOffers(offers, t("offers.no_group")).map((group) => (
            <Group key={group.id} group={group} />
          ))}
          {count > offers.length && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("offers.more", { shown: offers.length, count })}
            </Text>
          )}
        </>
      )}
    </Loaded>
  )
}

function Group({ group }: { group: OfferGroup<ListedOfferAnswer> }) {
  const { t } = useTexts("billing")
  const inWords = useOfferProblemWords()
  const { offers } = group
  const place = useChange({
    change: (ids: string[]) => sdk.client.fetch("/admin/billing/offers/positions", { method: "POST", body: { ids } }),
    done: t("offers.arranged"),
    inWords,
  })
  return (
    <section className="flex flex-col gap-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading level="h2">{group.title}</Heading>
        {group.id !== "" && <GroupVisibility group={group} />}
      </div>
      <SortableList
        label={group.title}
        items={offers}
        keyOf={({ id }) => id}
        nameOf={({ product }) => product.title}
        onMove={(from, to) => place.mutateAsync(moved(offers, from, to).map(({ id }) => id)).catch(() => undefined)}
        className="shadow-elevation-card-rest flex flex-col divide-y rounded-lg"
        rowClassName="px-4 py-3"
      >
        {(offer) => (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small" className="min-w-0 break-words">
              {offer.product.title}
            </Text>
            <VisibilityToggle offerId={offer.id} hidden={offer.hidden} title={offer.product.title} />
          </div>
        )}
      </SortableList>
    </section>
  )
}
