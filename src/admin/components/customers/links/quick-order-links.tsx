import { Button, Copy, InlineTip, Input, Text, usePrompt } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { NewQuickOrderLinkAnswer, QuickOrderLinkListAnswer } from "../../../../contracts/customers/links"
import type { SellingProblem } from "../../../../rules/customers/states"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { QuickOrderLinkRow } from "./quick-order-link-row"

/** Whose links are shown: a profile's, or those of the profile of a Medusa customer. */
export type LinksOf = { profileId: string } | { customerId: string }

const LINKS = "/admin/quick-order-links"

/** The quick-order link of a customer: made, copied this once, replaced, revoked; with what it was used for (C20). */
export function QuickOrderLinks({ of }: { of: LinksOf }) {
  const { t } = useTexts("quickOrders")
  const [url, setUrl] = useState<string | null>(null)
  const query = useQuery({
    queryKey: [...queryKeys.quickOrderLinks, of],
    queryFn: () =>
      sdk.client.fetch<QuickOrderLinkListAnswer>(LINKS, {
        query: "profileId" in of ? { profile_id: of.profileId } : { customer_id: of.customerId },
      }),
  })
  const loaded = query.data
  const replaces = loaded?.quick_order_links.some(({ state }) => state === "live") ?? false
  return (
    <Section
      title={t("links.title")}
      actions={loaded?.profile_id && <CreateLink profileId={loaded.profile_id} replaces={replaces} onMade={setUrl} />}
    >
      <Loaded query={query} rows={1}>
        {({ profile_id, quick_order_links, selling }) => (
          <>
            {selling?.problem && <SellingTip currency={selling.currency_code} problem={selling.problem} />}
            {quick_order_links.length === 0 ? (
              <EmptyNote
                title={t(profile_id === null ? "links.no_profile" : "links.none")}
                hint={t(profile_id === null ? "links.no_profile_hint" : "links.none_hint")}
              />
            ) : (
              <div className="flex flex-col gap-y-3 px-6 py-4">
                {url && <NewLink url={url} />}
                <ul className="flex flex-col gap-y-2">
                  {quick_order_links.map((link) => (
                    <QuickOrderLinkRow key={link.id} link={link} onRevoked={() => setUrl(null)} />
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

/** Why the customer does not see what they should, and what to do about it. */
function SellingTip({ currency, problem }: { currency: string | null; problem: SellingProblem }) {
  const { t } = useTexts("quickOrders")
  return (
    <div className="px-6 pt-4">
      <InlineTip variant="warning" label={t(`links.selling.${problem}`)}>
        {t(`links.selling.${problem}_hint`, { currency: currency?.toUpperCase() })}
      </InlineTip>
    </div>
  )
}

interface CreateLinkProps {
  profileId: string
  /** Whether one stands that the new one takes the place of. */
  replaces: boolean
  onMade: (url: string) => void
}

function CreateLink({ profileId, replaces, onMade }: CreateLinkProps) {
  const { t } = useTexts("quickOrders")
  const prompt = usePrompt()
  const create = useChange({
    change: () => sdk.client.fetch<NewQuickOrderLinkAnswer>(LINKS, { method: "POST", body: { profile_id: profileId } }),
    done: t("links.created"),
    onDone: ({ quick_order_link }) => onMade(quick_order_link.url),
  })
  const ask = async () => {
    const agreed =
      !replaces ||
      (await prompt({
        title: t("links.replace_title"),
        description: t("links.replace_warning"),
        confirmText: t("links.replace"),
        cancelText: t("common.back"),
      }))
    if (agreed) {
      create.mutate(undefined)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={create.isPending} onClick={() => void ask()}>
      {t(replaces ? "links.replace" : "links.create")}
    </Button>
  )
}

/** The address of a link that was just made: it is shown this once. */
function NewLink({ url }: { url: string }) {
  const { t } = useTexts("quickOrders")
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <Input readOnly value={url} aria-label={t("links.address")} className="min-w-0 flex-1" />
        <Copy content={url} aria-label={t("links.copy")} />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("links.once")}
      </Text>
    </div>
  )
}
