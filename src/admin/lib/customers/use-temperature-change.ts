import type { ProfileAnswer } from "../../../contracts/customers/profiles"
import type { Temperature } from "../../../rules/customers/states"
import { sdk } from "../sdk"
import { useChange } from "../use-change"
import { useTexts } from "../use-texts"
import { profilePath } from "./use-profile"

export interface TemperatureMove {
  profile: Pick<ProfileAnswer, "id" | "name" | "version">
  temperature: Temperature
}

/** Gives a customer another temperature, on the version that was on screen. */
export function useTemperatureChange() {
  const { t } = useTexts("customers")
  return useChange({
    change: ({ profile, temperature }: TemperatureMove) =>
      sdk.client.fetch(profilePath(profile.id), {
        method: "POST",
        body: { temperature, version: profile.version },
      }),
    done: t("temperature_saved"),
  })
}
