import { PROVISIONING_MODULE, readOptionSets, type ProvisioningModuleService } from "../../../modules/provisioning"
import { chooseOptions, optionTitle, type OptionDefinition } from "../../../rules/provisioning"
import type { ChosenServiceOptions, ServiceOptions } from "../../ports/service-options"

/** What may be chosen of services, and what it costs: billing asks it for carts and changes (S3). */
export const optionsOfLines: ServiceOptions = {
  async ofLines(container, lines, currencyCode) {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const sets = await readOptionSets(knex, [...new Set(lines.map(({ productId }) => productId))])
    return new Map(
      lines.flatMap(({ id, productId, variantId, values: given, leavesOut }): [string, ChosenServiceOptions][] => {
        const definitions = sets.get(productId)?.options ?? []
        const values = leavesOut ? knownOf(definitions, given) : given
        if (!definitions.length && values === undefined) {
          return []
        }
        const chosen = chooseOptions(definitions, values, { variantId, currencyCode })
        return [
          [
            id,
            chosen.ok
              ? {
                  ok: true,
                  options: chosen.options.map(({ key, value, label, shown, amount, setupFee }) => ({
                    ...{ key, value, amount, setupFee },
                    title: optionTitle({ label, shown }),
                  })),
                }
              : chosen,
          ],
        ]
      }),
    )
  },

  async ofProducts(container, productIds, currencyCode) {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const sets = await readOptionSets(knex, productIds)
    return new Map(
      [...sets].map(([id, { options }]) => [
        id,
        options.map(({ prices, ...option }) => ({
          ...option,
          prices: prices
            .filter(({ currency_code }) => currency_code === currencyCode)
            .map(({ currency_code: _currency, ...price }) => price),
        })),
      ]),
    )
  },
}

const knownOf = (definitions: readonly OptionDefinition[], values: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((values ?? {}) as Record<string, unknown>).filter(([key]) =>
      definitions.some((one) => one.key === key),
    ),
  )
