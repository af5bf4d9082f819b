import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { DuplicateListAnswer } from "../../../../contracts/customers/merging"
import type { ProfileAnswer } from "../../../../contracts/customers/profiles"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { MergeDrawer } from "./merge-drawer"

const MOST = 20

/** Customers who are there twice, by e-mail or phone; each can be merged into the first of its group (C9). */
export function DuplicateList() {
  const { t } = useTexts("customers")
  const list = useList<DuplicateListAnswer>(queryKeys.duplicates, "crm/duplicates", { limit: MOST })
  return (
    <Section
      level="h1"
      title={t("duplicates.title")}
      hint={t("duplicates.hint")}
      actions={<LinkButton to="/crm">{t("common.back")}</LinkButton>}
    >
      <Loaded query={list} rows={4}>
        {({ groups, count }) =>
          groups.length === 0 ? (
            <EmptyNote title={t("duplicates.empty")} hint={t("duplicates.empty_hint")} />
          ) : (
            <>
              {groups.map(({ id, profiles }) => (
                <DuplicateGroup key={id} profiles={profiles} />
              ))}
              {count > groups.length && (
                <Text size="small" className="text-ui-fg-subtle px-6 py-3">
                  {t("duplicates.others", { count: count - groups.length })}
                </Text>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function DuplicateGroup({ profiles }: { profiles: ProfileAnswer[] }) {
  const { t } = useTexts("customers")
  const [first, ...others] = profiles
  return (
    <ul className="divide-y py-2" aria-label={first?.name ?? ""}>
      {profiles.map((profile) => {
        const [target] = profile === first ? others : [first]
        return (
          <CardRow
            key={profile.id}
            hint={[profile.email, profile.phone, profile.city, t(`statuses.${profile.status}`)]
              .filter(Boolean)
              .join(" · ")}
            end={target && <MergeDrawer winner={target} loser={profile} />}
          >
            <Link to={`/crm/${profile.id}`} className="text-ui-fg-interactive">
              {profile.name}
            </Link>
          </CardRow>
        )
      })}
    </ul>
  )
}
