import { z } from "@medusajs/framework/zod"

const whole = (min: number, max: number) => z.number().int().min(min).max(max)

/** How a game server is made (S2). Limits are those of the panel: MB and percent of a core; 0 and -1 are without a limit. */
export const configuration = z.strictObject({
  nest: whole(1, 100_000).meta({ label: { en: "Nest", fr: "Nest" } }),
  egg: whole(1, 100_000).meta({ label: { en: "Egg", fr: "Egg" } }),
  location: whole(1, 100_000).meta({ label: { en: "Location", fr: "Emplacement" } }),
  memory: whole(0, 1_048_576)
    .default(1024)
    .meta({ label: { en: "Memory (MB)", fr: "Mémoire (Mo)" } }),
  swap: whole(-1, 1_048_576)
    .default(0)
    .meta({ label: { en: "Swap (MB)", fr: "Mémoire d’échange (Mo)" } }),
  disk: whole(0, 10_485_760)
    .default(5120)
    .meta({ label: { en: "Disk (MB)", fr: "Disque (Mo)" } }),
  io: whole(10, 1000)
    .default(500)
    .meta({ label: { en: "Block IO weight", fr: "Poids des E/S" } }),
  cpu: whole(0, 100_000)
    .default(100)
    .meta({ label: { en: "CPU (%)", fr: "Processeur (%)" } }),
  databases: whole(0, 1000)
    .default(0)
    .meta({ label: { en: "Databases", fr: "Bases de données" } }),
  allocations: whole(0, 1000)
    .default(1)
    .meta({ label: { en: "Allocations", fr: "Allocations" } }),
  backups: whole(0, 1000)
    .default(0)
    .meta({ label: { en: "Backups", fr: "Sauvegardes" } }),
})

export const credentials = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).meta({
    label: { en: "Address of the panel", fr: "Adresse du panneau" },
    hint: { en: "Such as https://panel.example.com", fr: "Par exemple https://panel.example.com" },
  }),
  api_key: z
    .string()
    .min(10)
    .meta({
      secret: true,
      label: { en: "Application API key", fr: "Clé de l’API d’application" },
      hint: {
        en: "With read and write permission for users and servers, and read permission for eggs.",
        fr: "En lecture et en écriture pour les utilisateurs et les serveurs, en lecture pour les eggs.",
      },
    }),
})

export type PanelConfiguration = z.output<typeof configuration>
export type PanelCredentials = z.output<typeof credentials>

const LIMITS = ["memory", "swap", "disk", "io", "cpu", "databases", "allocations", "backups"] as const

/**
 * The configuration with what the buyer has chosen: options that are called as limits are (`memory`, `disk`, `cpu` …) take their
 * place; a choice's key counts as its number. What is no limit of the panel changes nothing.
 */
export function withChosen(given: PanelConfiguration, options: Readonly<Record<string, unknown>>): PanelConfiguration {
  const limits = LIMITS.flatMap((name) => {
    const value = options[name]
    const parsed = value === undefined ? null : configuration.shape[name].safeParse(Number(value))
    return parsed?.success ? [[name, parsed.data] as const] : []
  })
  return { ...given, ...Object.fromEntries(limits) }
}
