import { useState } from "react"
import type { ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { searchProfiles } from "../../../lib/customers/search-profiles"
import type { Option } from "../../../lib/use-found"
import { useTexts } from "../../../lib/use-texts"
import { Picker } from "../../ui/forms/picker"
import { Section } from "../../ui/section"
import { OpenMergeDrawer } from "./merge-drawer"

/** Merges another customer into the one that is shown (C9): what moves is seen first. */
export function MergeAnother({ profile }: { profile: ProfileDetailAnswer }) {
  const { t } = useTexts("customers")
  const [other, setOther] = useState<Option | null>(null)
  return (
    <Section
      title={t("merge.another")}
      hint={t("merge.another_hint")}
      actions={
        <Picker
          label={t("merge.pick")}
          kind="profiles"
          search={searchProfiles}
          chosen={[profile.id]}
          onPick={setOther}
        />
      }
    >
      {other && (
        <OpenMergeDrawer winner={profile} loser={{ id: other.id, name: other.title }} onClose={() => setOther(null)} />
      )}
    </Section>
  )
}
