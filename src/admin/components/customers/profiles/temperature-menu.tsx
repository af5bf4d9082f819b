import { Button, DropdownMenu } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { ProfileAnswer } from "../../../../contracts/customers/profiles"
import { TEMPERATURES, type Temperature } from "../../../../rules/customers/states"
import { useTemperatureChange } from "../../../lib/customers/use-temperature-change"
import { useTexts } from "../../../lib/use-texts"

interface TemperatureMenuProps {
  profile: ProfileAnswer
  /** What opens it; left out: a button that says so. */
  trigger?: ReactNode
  onMove?: (temperature: Temperature) => void
}

/** Another temperature, by menu: what the board does by dragging. */
export function TemperatureMenu({ profile, trigger, onMove }: TemperatureMenuProps) {
  const { t } = useTexts("customers")
  const change = useTemperatureChange()
  const move = (temperature: Temperature) => (onMove ? onMove(temperature) : change.mutate({ profile, temperature }))
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        {trigger ?? (
          <Button size="small" variant="secondary" isLoading={change.isPending}>
            {t("profile_fields.temperature")}
          </Button>
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.RadioGroup value={profile.temperature}>
          {TEMPERATURES.map((temperature) => (
            <DropdownMenu.RadioItem
              key={temperature}
              value={temperature}
              onSelect={() => temperature !== profile.temperature && move(temperature)}
            >
              {t(`temperatures.${temperature}`)}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
