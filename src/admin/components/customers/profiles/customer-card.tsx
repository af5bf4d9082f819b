import { Badge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ListedProfileAnswer } from "../../../../contracts/customers/profiles"
import { addressOf } from "../../../lib/customers/address-of"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { TemperatureBadge } from "./temperature-badge"

/** A customer on the page: how to reach them, what was noted last, what they get off (C1). */
export function CustomerCard({ profile }: { profile: ListedProfileAnswer }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const isDiscounted = Number(profile.discount_percent ?? 0) > 0
  const reached = [profile.email, profile.phone, addressOf(profile).join(", ")].filter(Boolean)
  return (
    <li className="bg-ui-bg-component shadow-elevation-card-rest hover:bg-ui-bg-component-hover relative flex min-w-0 flex-col gap-y-2 rounded-lg p-4">
      <div className="flex min-w-0 items-start justify-between gap-x-2">
        <div className="min-w-0">
          <Link
            to={`/crm/${profile.id}`}
            className="txt-compact-small-plus text-ui-fg-base block focus-visible:shadow-borders-focus break-words rounded-sm outline-none before:absolute before:inset-0"
          >
            {profile.name}
          </Link>
          {profile.contact_person && (
            <Text size="xsmall" className="text-ui-fg-subtle break-words">
              {profile.contact_person}
            </Text>
          )}
        </div>
        <TemperatureBadge temperature={profile.temperature} />
      </div>
      <div className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1">
        {reached.map((line) => (
          <span key={line} className="break-words">
            {line}
          </span>
        ))}
      </div>
      {profile.note_preview && (
        <Text size="small" className="text-ui-fg-base line-clamp-2 break-words border-t pt-2">
          {profile.note_preview}
        </Text>
      )}
      {(isDiscounted || profile.is_stale) && (
        <div className="mt-auto flex flex-wrap gap-2">
          {profile.discount_percent !== null && isDiscounted && (
            <Badge size="2xsmall" color="green">
              {t("discount_of", { percent: format.rate(profile.discount_percent) })}
            </Badge>
          )}
          {profile.is_stale && (
            <Badge size="2xsmall" color="orange">
              {t("stale_since", { date: format.date(profile.touched_at) })}
            </Badge>
          )}
        </div>
      )}
    </li>
  )
}
