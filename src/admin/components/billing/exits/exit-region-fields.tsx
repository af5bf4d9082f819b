import { Copy, Input, Text } from "@medusajs/ui"
import { useController, useFormContext, useWatch } from "react-hook-form"
import type { ExitSettingsAnswer } from "../../../../contracts/billing/exits/exits"
import {
  isWithdrawalDays,
  MOST_WITHDRAWAL_DAYS,
  type ExitSettingsForm as Form,
} from "../../../lib/billing/exits/settings-form"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { SwitchRow } from "../../ui/forms/switch-row"
import { Section } from "../../ui/section"

type Region = ExitSettingsAnswer["regions"][number]

/** What one region serves, with the addresses to copy of the pages that it does. */
export function ExitRegionFields({ index, region }: { index: number; region: Region }) {
  const { t } = useTexts("billing")
  const [cancel, withdraw] = useWatch<Form, [`regions.${number}.cancel`, `regions.${number}.withdraw`]>({
    name: [`regions.${index}.cancel`, `regions.${index}.withdraw`],
  })
  return (
    <Section title={region.name}>
      <div className="grid grid-cols-1 gap-6 px-6 py-4 md:grid-cols-2">
        <div className="flex flex-col gap-y-4">
          <SwitchField index={index} name="cancel" label={t("exits.cancel_page")} />
          {cancel && <PageAddress label={t("exits.address_cancel")} url={region.urls?.cancel ?? null} />}
          {cancel && (
            <SwitchField index={index} name="automatic" label={t("exits.automatic")} hint={t("exits.automatic_hint")} />
          )}
        </div>
        <div className="flex flex-col gap-y-4">
          <SwitchField index={index} name="withdraw" label={t("exits.withdraw_page")} />
          {withdraw && <PageAddress label={t("exits.address_withdraw")} url={region.urls?.withdraw ?? null} />}
          {withdraw && (
            <NumberField<Form>
              name={`regions.${index}.withdrawal_days`}
              isWhole
              label={t("exits.withdrawal_days")}
              hint={t("exits.withdrawal_days_hint")}
              unit={t("exits.days")}
              check={(value) => isWithdrawalDays(value) || t("exits.check_days", { most: MOST_WITHDRAWAL_DAYS })}
            />
          )}
        </div>
      </div>
    </Section>
  )
}

interface SwitchFieldProps {
  index: number
  name: "cancel" | "withdraw" | "automatic"
  label: string
  hint?: string
}

function SwitchField({ index, name, label, hint }: SwitchFieldProps) {
  const { control } = useFormContext<Form>()
  const { field } = useController({ control, name: `regions.${index}.${name}` })
  return <SwitchRow label={label} {...(hint && { hint })} checked={field.value} onChange={field.onChange} />
}

/** The address of a page, for the storefront's footer. */
function PageAddress({ label, url }: { label: string; url: string | null }) {
  const { t } = useTexts("billing")
  return url === null ? (
    <Text size="small" className="text-ui-fg-subtle">
      {t("exits.no_address")}
    </Text>
  ) : (
    <Field label={label}>
      <div className="flex items-center gap-x-2">
        <Input readOnly size="small" value={url} aria-label={label} className="min-w-0 flex-1" />
        <Copy content={url} aria-label={t("exits.copy")} />
      </div>
    </Field>
  )
}
