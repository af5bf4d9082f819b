import { Badge } from "@medusajs/ui"
import type { ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { addressOf } from "../../../lib/customers/address-of"
import { ProfileMenu } from "../personal-data/profile-menu"
import { EditProfileDrawer } from "./edit-profile-drawer"
import { TemperatureBadge } from "./temperature-badge"
import { TemperatureMenu } from "./temperature-menu"

/** Who a customer is, and how to reach them (C4). */
export function ProfileHeader({ profile }: { profile: ProfileDetailAnswer }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const address = addressOf(profile)
  return (
    <Section
      level="h1"
      title={
        <>
          <span className="min-w-0 break-words">{profile.name}</span>
          <Badge size="2xsmall">{t(`statuses.${profile.status}`)}</Badge>
          <TemperatureBadge temperature={profile.temperature} />
        </>
      }
      hint={profile.is_stale ? t("stale_since", { date: format.date(profile.touched_at) }) : undefined}
      actions={
        <>
          <TemperatureMenu profile={profile} />
          <EditProfileDrawer profile={profile} />
          <ProfileMenu profile={profile} />
        </>
      }
    >
      {profile.contact_person && (
        <FieldRow label={t("profile_fields.contact_person")}>{profile.contact_person}</FieldRow>
      )}
      {profile.email && (
        <FieldRow label={t("profile_fields.email")}>
          <a className="text-ui-fg-interactive" href={`mailto:${profile.email}`}>
            {profile.email}
          </a>
        </FieldRow>
      )}
      {profile.phone && (
        <FieldRow label={t("profile_fields.phone")}>
          <a className="text-ui-fg-interactive" href={`tel:${profile.phone_e164 ?? profile.phone.replace(/\s/g, "")}`}>
            {profile.phone}
          </a>
        </FieldRow>
      )}
      {address.length > 0 && (
        <FieldRow label={t("parts.address")}>
          {address.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </FieldRow>
      )}
      {profile.vat_number && (
        <FieldRow label={t("profile_fields.vat_number")}>
          {profile.vat_number}{" "}
          <Badge
            size="2xsmall"
            color={({ valid: "green", invalid: "red", unchecked: "grey" } as const)[profile.vat_state]}
          >
            {profile.vat_checked_on === null
              ? t(`vat_states.${profile.vat_state}`)
              : t("vat_checked", {
                  state: t(`vat_states.${profile.vat_state}`),
                  date: format.date(profile.vat_checked_on),
                })}
          </Badge>
        </FieldRow>
      )}
      {profile.discount_percent !== null && (
        <FieldRow label={t("profile_fields.discount_percent")}>{format.rate(profile.discount_percent)}</FieldRow>
      )}
      {profile.currency_code && (
        <FieldRow label={t("profile_fields.currency_code")}>{profile.currency_code.toUpperCase()}</FieldRow>
      )}
      {profile.language && (
        <FieldRow label={t("profile_fields.language")}>{t(`languages.${profile.language}`)}</FieldRow>
      )}
    </Section>
  )
}
