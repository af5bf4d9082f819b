import { Badge, Button } from "@medusajs/ui"
import { useProfileOfCustomer } from "../../../lib/customers/use-profile"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { FieldRow } from "../../ui/field-row"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { ProfileNotes } from "../notes/profile-notes"
import { TemperatureBadge } from "./temperature-badge"
import { TemperatureMenu } from "./temperature-menu"

const NOTES = 2

/** The profile on Medusa's own customer page: how warm they are, and what was noted (C4). */
export function CustomerProfileCard({ customerId }: { customerId: string }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const query = useProfileOfCustomer(customerId)
  const make = useChange({
    change: () => sdk.client.fetch(`/admin/crm/customers/${customerId}`, { method: "POST", body: {} }),
    done: t("created"),
  })
  const profile = query.data
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={
          <>
            {t("card.title")}
            {profile && <TemperatureBadge temperature={profile.temperature} />}
          </>
        }
        actions={
          profile && (
            <>
              <TemperatureMenu profile={profile} />
              <LinkButton to={`/crm/${profile.id}`}>{t("card.open")}</LinkButton>
            </>
          )
        }
      >
        <Loaded query={query} rows={2}>
          {(loaded) =>
            loaded === null ? (
              <EmptyNote title={t("card.empty")} hint={t("card.empty_hint")}>
                <Button
                  size="small"
                  variant="secondary"
                  isLoading={make.isPending}
                  onClick={() => make.mutate(undefined)}
                >
                  {t("card.make")}
                </Button>
              </EmptyNote>
            ) : (
              <>
                <FieldRow label={t("profile_fields.name")}>{loaded.name}</FieldRow>
                <FieldRow label={t("profile_fields.status")}>
                  <Badge size="2xsmall">{t(`statuses.${loaded.status}`)}</Badge>
                </FieldRow>
                {loaded.discount_percent !== null && (
                  <FieldRow label={t("profile_fields.discount_percent")}>
                    {format.rate(loaded.discount_percent)}
                  </FieldRow>
                )}
              </>
            )
          }
        </Loaded>
      </Section>
      {profile && <ProfileNotes profileId={profile.id} most={NOTES} />}
    </div>
  )
}
